import { requirePlace } from '../store/place.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import type { Draft, EntryVersion } from '../store/versions.ts';
import { toChangePath } from './addresses.ts';
import { compareEntries } from './compare-entries.ts';
import type { Asking, Desk } from './desk.ts';
import { knownNames, namesFrom } from './names.ts';
import { showConflict } from './pages/outcome.ts';
import { screen } from './screen.ts';

/** Answers a conflict with what changed since the person looked. Every other refusal is left to the office; from what was filled in wrong the way leads back to the entry. */
export async function answerRefusal(
  c: Asking,
  desk: Desk,
  { folder, version }: { folder: string; version: string },
  error: unknown,
): Promise<Response> {
  if (error instanceof Refusal && error.kind === 'wrong') c.set('back', toChangePath(folder));
  // A draft that is not the person's to see must not be shown by way of a conflict.
  if (!(error instanceof Conflict)) throw error;
  await desk.draft(c.var.person, folder).catch((refusal: unknown) => {
    if (refusal instanceof Refusal && refusal.kind === 'forbidden') throw refusal;
  });
  const { theirs, base, message } = error;
  const acts = theirs?.from === 'draft' ? (theirs as Draft).acts : undefined;
  const at = acts?.findIndex(({ commit }) => commit === version) ?? -1;
  const body = showConflict({
    folder,
    message,
    acts: at < 0 ? undefined : acts?.slice(at + 1),
    comparison: base && theirs && base.text !== theirs.text ? await compare(desk, folder, base, theirs) : undefined,
    isThere: theirs?.from === 'draft',
  });
  return screen(c, '没有办理', body, 409);
}

async function compare(desk: Desk, folder: string, base: EntryVersion, theirs: EntryVersion) {
  const library = await desk.parts.library.at();
  const { type } = requirePlace(folder);
  return compareEntries({ type, before: base.text, after: theirs.text, nameOf: namesFrom(library), names: knownNames(library) });
}
