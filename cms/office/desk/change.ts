import type { Library } from '../../library/library.ts';
import { YamlError } from '../../library/yaml.ts';
import type { Duty } from '../../model/duty.ts';
import type { ReviewFinding } from '../review.ts';
import type { Act } from '../store/acts.ts';
import { fieldsOf } from '../store/fields-of.ts';
import { requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { Draft, EntryVersion } from '../store/versions.ts';
import { movedOf } from '../workflow/moved.ts';
import { progressOf } from '../workflow/progress.ts';
import type { AttachmentChange, Attachments } from './attachments.ts';
import type { CalledOut } from './called-out.ts';
import { compareEntries, type EntryComparison } from './compare-entries.ts';
import { knownNames, namesFrom } from './names.ts';
import { type Surroundings, toWaiting, type Waiting } from './waiting.ts';

/** What a draft would change, and what there is to know before it is signed. */
export interface Change {
  draft: Draft;
  waiting: Waiting;
  /** What main has now. */
  published: EntryVersion | undefined;
  /** The version that the differences are told from: an earlier one of the draft, or else what main has. */
  basis: EntryVersion | undefined;
  /** Undefined when one of the versions can no longer be read. */
  comparison: EntryComparison | undefined;
  attachments: readonly AttachmentChange[];
  /** From fields, body, tables and attachments. */
  calledOut: readonly CalledOut[];
  findings: readonly ReviewFinding[];
  duties: readonly Duty[];
  column: string;
  /** What became of the entry on main since the draft was begun; undefined for nothing. */
  moved: string | undefined;
  /** Why it cannot be published as it is, whatever is signed. */
  obstacle: string | undefined;
}

/** The times at which a draft was sent back: what has changed since can be shown by itself. */
export const returnsOf = ({ acts }: Draft): Act[] => acts.filter(({ kind }) => kind === 'return');

/** @param since commit of the draft from which the differences are told; empty for what main has */
export async function readChange(
  store: Store,
  attachments: Attachments,
  draft: Draft,
  surroundings: Surroundings,
  since = '',
): Promise<Change> {
  const { library } = surroundings;
  const published = await store.published(draft.folder);
  const basis = since === '' ? published : await earlier(store, draft, since);
  const names = knownNames(library);
  const [progress, moved, { findings }, files] = await Promise.all([
    progressOf(store, draft),
    movedOf(store, draft),
    review(store, draft),
    attachments.compare(basis, draft, names),
  ]);
  const comparison = compare(draft, basis, library, names);
  const fields = fieldsOf(draft.text);
  const ids = Array.isArray(fields.duties) ? fields.duties : [];
  return {
    draft,
    waiting: toWaiting(draft, progress, surroundings),
    published,
    basis,
    comparison,
    attachments: files,
    calledOut: [...(comparison?.calledOut ?? []), ...files.flatMap(({ comparison: found }) => found?.calledOut ?? [])],
    findings,
    duties: library.duties().filter(({ id }) => ids.includes(id)),
    column: (typeof fields.column === 'string' && library.column(fields.column)?.name) || '',
    moved: moved?.words,
    obstacle: moved && !moved.isSettled ? `${moved.words}照现在这样不能发布。退回编辑，由编辑再保存一次，重新提交。` : undefined,
  };
}

/** The draft at one of its own commits. @throws Refusal */
export async function earlier(store: Store, draft: Draft, commit: string): Promise<Draft> {
  const version = draft.acts.some((act) => act.commit === commit) ? await store.versions.draftAt(draft.folder, commit) : undefined;
  if (!version) throw new Refusal('missing', '没有这个版本。回到审核台，重新打开。');
  return version;
}

/** What the checks have against it as it is now. */
const review = async (store: Store, draft: Draft) => store.review({ base: await store.main(), files: await store.changes(draft) });

function compare(draft: Draft, basis: EntryVersion | undefined, library: Library, names: readonly string[]): EntryComparison | undefined {
  const { type } = requirePlace(draft.folder);
  try {
    return compareEntries({ type, before: basis?.text, after: draft.text, nameOf: namesFrom(library), names });
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}
