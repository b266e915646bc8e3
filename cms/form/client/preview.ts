import { createElement as h, useEffect, useState } from 'react';
import * as desk from './desk.ts';
import { previewEntry } from './office.ts';
import { withoutUnsent } from './without-unsent.ts';

/** Milliseconds without a change after which the page is asked for again. */
const PAUSE = 800;
/** The frame that Decap makes for it has no styles of ours. */
const FONT = '15px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** The page as citizens would see it, rendered by the office from what stands in the form. */
export function Preview({ entry }: { entry: { get(name: string): any } }) {
  const [page, setPage] = useState({ html: '', failed: '' });
  const values = JSON.stringify(entry.get('data').toJS());
  const unsent = desk.unsentIn(values).map(({ name }) => name);
  useEffect(() => {
    let isStale = false;
    const wait = setTimeout(async () => {
      const folder = desk.currentDesk().folder || folderOf(entry);
      const answer = await previewEntry({ folder, values: withoutUnsent(JSON.parse(values), new Set(unsent)) }).catch((error) => ({
        html: '',
        failed: String(error),
      }));
      if (!isStale) setPage({ failed: '', ...answer });
    }, PAUSE);
    return () => {
      isStale = true;
      clearTimeout(wait);
    };
  }, [values, entry, unsent.join()]);
  if (page.failed) return h('p', { style: { padding: '2rem', font: FONT } }, page.failed);
  return h(
    'div',
    { style: { position: 'fixed', inset: 0, display: 'flex', flexDirection: 'column' } },
    unsent.length > 0 &&
      h(
        'p',
        { style: { margin: 0, padding: '10px 16px', background: '#fff6dd', color: '#1f2933', font: FONT } },
        `${unsent.map((name) => `“${name}”`).join('、')}还没有保存，保存以后在页面上显示。`,
      ),
    h('iframe', { title: '页面预览', srcDoc: page.html, sandbox: '', style: { flex: 1, width: '100%', border: 0 } }),
  );
}

const folderOf = (entry: { get(name: string): any }) => `entries/${String(entry.get('collection')).replace('_', '/')}`;
