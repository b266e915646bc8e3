import { entryPath } from '../../library/addresses.ts';
import { readRecords } from '../../library/records.ts';
import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { INDEX_NUMBER } from '../../model/shapes.ts';
import { toMinute } from '../store/clock.ts';
import type { Person } from '../store/people.ts';
import { requireFields } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { FILE_MODE } from '../store/tree.ts';
import { commitRemoval } from './commit-removal.ts';
import { type Removal, requireRemovable } from './removable.ts';

/** An entry that another one takes the place of: its address leads there from now on. */
export interface Merging extends Removal {
  /** The other one: where it is on main. */
  into: string;
}

const REDIRECTS = 'redirects.yaml';
const ACT = MAIN_ACTS.merge;

/**
 * Merges an entry into another (并入): it goes off main, and its address leads to the other's, in one signed commit (STD-REV-07).
 * What led to it before leads there too. Its index number is never used again.
 * @throws Refusal, Conflict
 */
export async function merge(store: Store, person: Person, { into, ...removal }: Merging): Promise<{ commit: string; number: string }> {
  const { repository } = store;
  const { entry, role } = await requireRemovable(store, person, ACT, removal);
  if (into === removal.folder) throw new Refusal('wrong', '不能并入自己。写另一条内容的索引号。');

  const at = toMinute(repository.clock.now());
  return commitRemoval(store, person, 'merge', { removal, entry, role, at }, async (main) => {
    const target = await store.versions.published(into, main);
    if (!target) throw new Refusal('missing', '要并入的内容已经不在网上，没有办理。核对索引号。');
    const [from, to] = [numberOf(entry.text), numberOf(target.text)];
    const before = (await repository.at(main, REDIRECTS))?.bytes.toString('utf8') ?? '';
    const blob = await repository.writeBlob(Buffer.from(withRedirect(before, from, to)));
    const without = await repository.withItem(main, removal.folder, undefined);
    const tree = await repository.withItem(without, REDIRECTS, { mode: FILE_MODE, id: blob });
    return { tree, more: [`${MAIN_TRAILERS.mergedInto}: ${to}`] };
  });
}

/** @throws Refusal for what has none, which is on main only by mistake */
function numberOf(text: string): string {
  const number = String(requireFields(Buffer.from(text)).index_number ?? '');
  if (INDEX_NUMBER.pattern.test(number)) return number;
  throw new Refusal('state', '这条内容没有索引号，不能并入。联系信息办。');
}

/** The list of old addresses with one more; those that led to the entry lead to the other one. @throws Refusal when it cannot be read */
function withRedirect(text: string, from: string, to: string): string {
  const lines = text.split('\n').map((line) => (leadsTo(line, from) ? line.replace(from, to) : line));
  const kept = lines.join('\n').trim();
  const all = `${kept === '' || kept === '[]' ? '' : `${kept}\n`}- from: ${entryPath(from)}\n  to: ${to}\n`;
  if (readRecords(REDIRECTS, Buffer.from(all)).findings.length > 0)
    throw new Refusal('failed', `${REDIRECTS} 里有要改的地方，没有办理。联系信息办改好再办。`);
  return all;
}

const leadsTo = (line: string, number: string) => /^\s*(?:- )?to:\s/u.test(line) && line.includes(number);
