import type { Hono } from 'hono';
import type { Item } from '../../../library/item.ts';
import type { Library } from '../../../library/library.ts';
import { listOf } from '../../../library/lists.ts';
import { INDEX_NUMBER } from '../../../model/shapes.ts';
import { types } from '../../../model/types/index.ts';
import { textOf } from '../../http/form-text.ts';
import type { OfficeEnv } from '../../http/parts.ts';
import { toMinute } from '../../store/clock.ts';
import { fieldsOf, titleOf } from '../../store/fields-of.ts';
import type { Person } from '../../store/people.ts';
import { requirePlace } from '../../store/place.ts';
import { Refusal } from '../../store/refusal.ts';
import { hindranceToRemove, roleToRemove } from '../../workflow/removable.ts';
import { isInvolved } from '../../workflow/workflow.ts';
import { toChangePath, toPublishedPath } from '../addresses.ts';
import { type Asking, type Desk, ENTRY, folderOf } from '../desk.ts';
import { toNames } from '../names.ts';
import { readOwed } from '../owed.ts';
import { type FoundEntry, showPublished, showSearch } from '../pages/published.ts';
import { unitsSeenBy } from '../queue.ts';
import { toRole } from '../role.ts';
import { screen } from '../screen.ts';

/** So many of what was found are listed. */
const LISTED = 30;

/** What is public, to be found, withdrawn and taken down. */
export function published(app: Hono<OfficeEnv>, desk: Desk): void {
  const { store, workflow, library, publicSite, clock } = desk.parts;

  app.get('/desk/published', async (c) => {
    const query = (c.req.query('q') ?? '').trim().slice(0, 100);
    const found = find(await library.at(), c.var.person, query);
    return screen(c, '已发布的内容', showSearch(query, found.slice(0, LISTED), query === '' ? 0 : Math.max(0, found.length - LISTED)));
  });

  app.get(`/desk/published/${ENTRY}`, async (c) => {
    const { person, csrf } = c.var;
    const folder = folderOf(c);
    const { path, unit, type } = requirePlace(folder);
    if (!isInvolved(person, { folder })) throw new Refusal('forbidden', '您在这个单位没有角色。要看这条内容，到网站上看。');
    const entry = await store.published(path);
    if (!entry) throw new Refusal('missing', '网上没有这条内容，可能已经下线。请回审核台核对。');
    const fields = fieldsOf(entry.text);
    const number = String(fields.index_number ?? '');
    const body = showPublished({
      folder: path,
      version: entry.version,
      title: titleOf(fields),
      number,
      isWithdrawn: (await library.at()).item(number)?.isWithdrawn ?? false,
      publishedAt: String(fields.published_at ?? ''),
      ...toNames(await library.at(), { unit, type }),
      csrf,
      publicSite,
      hindrance: (await roleToRemove(store, person, path, await store.main())) ? undefined : hindranceToRemove('撤稿、并入、下线').message,
      owed: readOwed(await library.at(), person, toMinute(clock().getTime() / 1000), unit).find((each) => each.folder === path),
      draft: (await store.draft(path)) && toChangePath(path),
      told: desk.told(c),
    });
    return screen(c, titleOf(fields), body);
  });

  app.post('/desk/confirm', async (c) => {
    const { folder, version, role, opinion } = await c.req.parseBody();
    const { path } = requirePlace(textOf(folder));
    c.set('named', path);
    const asked = { folder: path, version: textOf(version), role: toRole(textOf(role)), opinion: textOf(opinion).trim() };
    const { owed, isLive } = await workflow.confirm(c.var.person, asked);
    const isLogged = desk.note(c.var.person, 'confirm', `${path} ${asked.role} ${asked.version}`, isLive);
    const said = owed.length > 0 ? 'confirmed' : 'confirmed-all';
    return desk.leadOn(c, toPublishedPath(path), { said: isLive ? said : 'confirmed-not-live', isLogged });
  });

  app.post('/desk/withdraw', async (c) => {
    const removal = await removalOf(c);
    const { isLive } = await workflow.withdraw(c.var.person, removal);
    const isLogged = desk.note(c.var.person, 'withdraw', `${removal.folder} ${removal.version}`, isLive);
    return desk.leadOn(c, toPublishedPath(removal.folder), { said: isLive ? 'withdrawn' : 'withdrawn-not-live', isLogged });
  });

  app.post('/desk/merge', async (c) => {
    const { into } = await c.req.parseBody();
    const number = textOf(into).trim();
    const removal = await removalOf(c);
    const target = INDEX_NUMBER.pattern.test(number) ? (await library.at()).entry(number) : undefined;
    if (!target)
      throw new Refusal('wrong', `网上没有索引号是“${number.slice(0, 40)}”的内容，没有办理。核对索引号，${INDEX_NUMBER.words}。`);
    const { isLive } = await workflow.merge(c.var.person, { ...removal, into: target.folder });
    const isLogged = desk.note(c.var.person, 'merge', `${removal.folder} ${removal.version} ${target.folder}`, isLive);
    return desk.leadOn(c, toPublishedPath(target.folder), { said: isLive ? 'merged' : 'merged-not-live', isLogged });
  });

  app.post('/desk/take-down', async (c) => {
    const removal = await removalOf(c);
    const { isLive } = await workflow.takeDown(c.var.person, removal);
    const isLogged = desk.note(c.var.person, 'take-down', `${removal.folder} ${removal.version}`, isLive);
    return desk.leadOn(c, '/desk/', { said: isLive ? 'taken-down' : 'taken-down-not-live', isLogged });
  });
}

async function removalOf(c: Asking) {
  const { folder, version, reason } = await c.req.parseBody();
  const { path } = requirePlace(textOf(folder));
  c.set('named', path);
  return { folder: path, version: textOf(version), reason: textOf(reason).trim() };
}

/** Public entries of the units that a person sees, the newest first: the latest, or those whose title or number holds the words. */
function find(library: Library, person: Person, query: string): FoundEntry[] {
  const units = unitsSeenBy(person);
  if (query === '') {
    const lists = units === 'all' ? [listOf.all] : units.map(listOf.unit);
    return lists
      .flatMap((list) => library.latest(list, LISTED))
      .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
      .slice(0, LISTED)
      .flatMap((item) => toFound(library, item) ?? []);
  }
  const holding = JSON.stringify(query).slice(1, -1);
  return library.stored
    .holding(
      types.map(({ name }) => name),
      holding,
    )
    .filter(({ isPublic, unit }) => isPublic && (units === 'all' || units.includes(unit)))
    .filter(({ data, number }) => data.title.includes(query) || number?.includes(query))
    .sort((a, b) => ((a.data.published_at ?? '') < (b.data.published_at ?? '') ? 1 : -1))
    .map(({ folder, unit, type, number, data }) => ({
      folder,
      title: data.title,
      number: number ?? '',
      ...toNames(library, { unit, type }),
      publishedAt: data.published_at ?? '',
    }));
}

function toFound(library: Library, { number, unit, type, data, publishedAt }: Item): FoundEntry | undefined {
  const folder = library.entry(number)?.folder;
  return folder === undefined ? undefined : { folder, title: data.title, number, ...toNames(library, { unit, type }), publishedAt };
}
