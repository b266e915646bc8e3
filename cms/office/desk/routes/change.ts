import type { Hono } from 'hono';
import { serveFile } from '../../content/serve-file.ts';
import type { OfficeEnv } from '../../http/parts.ts';
import { PREVIEW_POLICY } from '../../preview.ts';
import { toDay } from '../../store/clock.ts';
import { Refusal } from '../../store/refusal.ts';
import type { EntryVersion } from '../../store/versions.ts';
import { earlier, readChange } from '../change.ts';
import { type Asking, type Desk, ENTRY, folderOf } from '../desk.ts';
import { showChange } from '../pages/change.ts';
import { screen } from '../screen.ts';

/** One change, with its pages and files in every version that a person may need to see. */
export function change(app: Hono<OfficeEnv>, desk: Desk): void {
  const { store, preview, publicSite, clock } = desk.parts;

  app.get(`/desk/change/${ENTRY}`, async (c) => {
    const { person, csrf } = c.var;
    const draft = await desk.draft(person, folderOf(c));
    const since = c.req.query('since') ?? '';
    const found = await readChange(store, desk.attachments, draft, await desk.surroundings(), since);
    const body = showChange(found, {
      person,
      people: await store.people(),
      csrf,
      today: toDay(clock()),
      publicSite,
      told: desk.told(c),
      since,
    });
    // Who has seen only what changed since a return has not seen the whole.
    if (since === '' && !desk.seen.has(person, draft.version)) {
      desk.seen.add(person, draft.version);
      desk.note(person, 'open-change', `${draft.folder} ${draft.version}`);
    }
    return screen(c, found.waiting.title, body);
  });

  app.get(`/desk/preview/:version/${ENTRY}`, async (c) => {
    const version = await versionOf(c);
    const { html } = await preview({ base: await store.main(), files: await store.changes(version), folder: version.folder });
    return c.body(html, 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PREVIEW_POLICY });
  });

  app.get(`/desk/file/:version/${ENTRY}/:name`, async (c) => {
    const name = c.req.param('name');
    return serveFile(name, await store.file(await versionOf(c), name), false);
  });

  /** What main has, which is public; or a draft at one of its commits. */
  async function versionOf(c: Asking): Promise<EntryVersion> {
    const folder = folderOf(c);
    const version = c.req.param('version') ?? '';
    if (version !== 'main') return earlier(store, await desk.draft(c.var.person, folder), version);
    const published = await store.published(folder);
    if (!published) throw new Refusal('missing', '网上没有这条内容。请回审核台核对。');
    return published;
  }
}
