import type { Context } from 'hono';
import type { Found, ListedEntry } from '../../../form/api.ts';
import { toFormPage } from '../../../form/form-page.ts';
import { toConflict } from '../../content/conflict.ts';
import { toDrafted, toPage, toPublished } from '../../content/listed.ts';
import { NewFolders } from '../../content/new-folders.ts';
import { openEntry } from '../../content/open-entry.ts';
import { editedBy, requireEditor, requireOwn, requireTaken } from '../../content/own-units.ts';
import { Presence } from '../../content/presence.ts';
import { previewEntry } from '../../content/preview-entry.ts';
import { readJson, readSave, SHAPES } from '../../content/read-request.ts';
import { saveEntry } from '../../content/save-entry.ts';
import { serveFile } from '../../content/serve-file.ts';
import { toSettings } from '../../content/settings.ts';
import { toFormFinding } from '../../content/to-form-finding.ts';
import type { Person } from '../../store/people.ts';
import { requirePlace } from '../../store/place.ts';
import { Conflict, Refusal } from '../../store/refusal.ts';
import type { Asked } from '../../workflow/on-draft.ts';
import type { OfficeEnv, Routes } from '../parts.ts';

const API = '/api/content';
/** Entries that a search for one to refer to shows. */
const FOUND = 20;

/** What the form asks (cms/form/api.ts), and the page that it runs in. */
export const content: Routes = (app, { store, workflow, audit, library, form, preview, clock }) => {
  const folders = new NewFolders(clock);
  const presence = new Presence(clock);

  /** The entry that a request names, of a unit of which the person is an editor. @throws Refusal */
  const own = (c: Context<OfficeEnv>, folder: string) => {
    c.set('named', folder);
    return requireOwn(c.var.person, folder);
  };

  app.get('/edit/', (c) => c.redirect('/edit', 301));
  app.get('/edit', async (c) => {
    const current = await library.at();
    toSettings(c.var.person, current);
    const { html, headers } = toFormPage(form.version, { portal: current.portal?.name ?? '', person: c.var.person.name });
    return c.body(html, 200, headers);
  });

  app.get(`${API}/settings`, async (c) => c.json(toSettings(c.var.person, await library.at())));

  app.get(`${API}/entries`, async (c) => {
    const { unit = '', type = '', after } = c.req.query();
    c.set('named', unit);
    requireEditor(c.var.person, unit);
    return c.json(toPage(await library.at(), unit, type, after));
  });

  app.get(`${API}/all-entries`, async (c) => {
    const { unit = '', type = '' } = c.req.query();
    c.set('named', unit);
    requireEditor(c.var.person, unit);
    const heads = (await library.at()).stored.page({ unit, type, most: Number.MAX_SAFE_INTEGER });
    return c.json(heads.map(toPublished));
  });

  app.get(`${API}/drafts`, async (c) => {
    const lists = await Promise.all(editedBy(c.var.person).map((unit) => store.drafts(unit)));
    const listed: ListedEntry[] = await Promise.all(lists.flat().map((draft) => toDrafted(store, draft)));
    return c.json(listed);
  });

  app.get(`${API}/entry`, async (c) => {
    const { path } = own(c, c.req.query('folder') ?? '');
    return c.json(await openEntry(store, path));
  });

  app.get(`${API}/find`, async (c) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 100);
    const current = await library.at();
    const known = current.item(words);
    const heads = known ? [{ number: known.number, title: known.data.title, unit: known.unit }] : current.stored.titled(words, FOUND);
    const named = words === '' ? [] : heads;
    const items = named.map(({ number = '', title, unit }) => ({ number, title, unit: current.unit(unit)?.short_name ?? '' }));
    return c.json({ items } satisfies Found);
  });

  app.get(`${API}/file/:entries/:unit/:type/:year/:slug/:name`, async (c) => {
    const { entries, unit, type, year, slug, name } = c.req.param();
    const { path } = requirePlace([entries, unit, type, year, slug].join('/'));
    c.set('named', path);
    if (!c.var.person.posts.some((post) => post.unit === unit)) throw new Refusal('forbidden', '您在这个单位没有角色，不能打开它的附件。');
    const version = await store.entry(path);
    if (!version || name === 'index.md') throw new Refusal('missing', '没有这个附件。重新打开条目看看。');
    return serveFile(name, await store.file(version, name), true);
  });

  app.post(`${API}/entry`, async (c) => {
    const { entry, files } = await readSave(c.req);
    const person = c.var.person;
    const { unit, type } = own(c, entry.folder);
    if (entry.version === '') {
      folders.require(person.id, entry.folder);
      requireTaken(await library.at(), unit, type);
    }
    return answering(c, '', async () => c.json(await saveEntry(store, person, entry, files)));
  });

  app.post(`${API}/new`, async (c) => {
    const { unit, type } = await readJson(c.req, SHAPES.new);
    const person = c.var.person;
    c.set('named', unit);
    requireEditor(person, unit);
    requireTaken(await library.at(), unit, type);
    return c.json({ folder: folders.offer(person.id, store.newFolder(unit, type)) });
  });

  onAct('submit', async (person, asked) => ({ version: (await workflow.submit(person, asked)).version }));
  onAct('recall', async (person, asked) => ({ version: (await workflow.recall(person, asked)).version }));
  onAct('discard', async (person, asked) => {
    await store.discard(person, asked);
    audit.note({ person: person.id, act: 'discard', detail: `${asked.folder} ${asked.version}` });
    return {};
  });

  app.post(`${API}/presence`, async (c) => {
    const { folder, left } = await readJson(c.req, SHAPES.presence);
    const { path } = own(c, folder);
    return c.json({ names: presence.tell(c.var.person, path, left) });
  });

  app.post(`${API}/preview`, async (c) => {
    const asked = await readJson(c.req, SHAPES.preview);
    c.set('named', asked.folder);
    return c.json(await previewEntry({ store, preview }, c.var.person, asked));
  });

  /** Answers what an editor does with the draft that a request names. */
  function onAct(act: 'submit' | 'recall' | 'discard', work: (person: Person, asked: Asked) => Promise<object>) {
    app.post(`${API}/${act}`, async (c) => {
      const asked = await readJson(c.req, SHAPES.act);
      own(c, asked.folder);
      return answering(c, asked.folder, async () => c.json(await work(c.var.person, asked)));
    });
  }

  /** Gives a conflict with both versions, and what the checks have against a saved entry in the words of the form. */
  async function answering(c: Context<OfficeEnv>, folder: string, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Conflict) return c.json(await toConflict(store, c.var.person, error), 409);
      if (!(error instanceof Refusal) || error.findings.length === 0) throw error;
      c.var.refused.push({ refusal: error, named: c.var.named ?? '' });
      const text = folder === '' ? '' : ((await store.entry(folder))?.text ?? '');
      return c.json({ message: error.message, findings: error.findings.map((finding) => toFormFinding(finding, text)) }, 422);
    }
  }
};
