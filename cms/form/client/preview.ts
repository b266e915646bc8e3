import { createElement as h, useEffect, useState } from 'react';
import * as desk from './desk.ts';
import { previewEntry } from './office.ts';

/** Milliseconds without a change after which the page is asked for again. */
const PAUSE = 800;

/** The page as citizens would see it, rendered by the office from what stands in the form. */
export function Preview({ entry }: { entry: { get(name: string): any } }) {
  const [page, setPage] = useState({ html: '', failed: '' });
  const values = JSON.stringify(entry.get('data').toJS());
  useEffect(() => {
    let isStale = false;
    const unsent = desk.unsentIn(values).map(({ name }) => `“${name}”`);
    if (unsent.length > 0) return setPage({ html: '', failed: `${unsent.join('、')}还没有保存。保存以后，这里显示页面。` });
    const wait = setTimeout(async () => {
      const folder = desk.currentDesk().folder || folderOf(entry);
      const answer = await previewEntry({ folder, values: JSON.parse(values) }).catch((error) => ({
        html: '',
        failed: String(error),
      }));
      if (!isStale) setPage({ failed: '', ...answer });
    }, PAUSE);
    return () => {
      isStale = true;
      clearTimeout(wait);
    };
  }, [values, entry]);
  if (page.failed) return h('p', { style: { padding: '2rem', font: '16px sans-serif' } }, page.failed);
  return h('iframe', {
    title: '页面预览',
    srcDoc: page.html,
    sandbox: '',
    style: { position: 'fixed', inset: 0, width: '100%', height: '100%', border: 0 },
  });
}

const folderOf = (entry: { get(name: string): any }) => `entries/${String(entry.get('collection')).replace('_', '/')}`;
