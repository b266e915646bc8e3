import { toFolder } from '../../cms/library/read-entry.ts';
import { NUMBER_FILE } from '../../cms/model/number-file.ts';
import { INDEX_NUMBER } from '../../cms/model/shapes.ts';
import { FAULTS, type Fault, type FaultData, short } from '../chain/faults.ts';
import { judgePart, type PartToJudge } from '../chain/judge-part.ts';
import type { ActFault, Acts } from '../subjects/change.ts';

/** What commits of main do, as a verification judges them; undefined when they are none of main's. */
export async function readActs({
  isMain = false,
  keys,
  now = Number.POSITIVE_INFINITY,
  ...part
}: Pick<PartToJudge, 'repository' | 'from' | 'to'> & { isMain?: boolean; keys?: PartToJudge['keys']; now?: number | undefined }): Promise<
  Acts | undefined
> {
  const judged = await judgePart({ ...part, isMain, keys, now });
  if (!judged) return undefined;
  const faulty = new Set(judged.faults.map(({ commit }) => commit));
  const signOffs = judged.acts.flatMap(({ commit, act: { entry, signOffs: signed = [] } }) =>
    entry === undefined ? [] : [[entry, faulty.has(commit) ? [] : signed] as const],
  );
  return { faults: judged.faults.map(toActFault), signOffs: new Map(signOffs) };
}

/** A fault in words that tell nothing which a commit could say of itself: no rule has looked at that. */
function toActFault({ fault, message: _, ...data }: Fault): ActFault {
  const seemly = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, toSeemly(value)]));
  const { commit = '', entry, path = '' } = data;
  const folder = toFolder(entry ?? path.slice(0, Math.max(0, path.lastIndexOf('/'))))?.path;
  return { commit: short(commit), file: folder === undefined ? '' : `${folder}/index.md`, words: FAULTS[fault](seemly as FaultData) };
}

const PLAIN = /^(?:[a-z][a-z-]{0,39}\d?|[0-9a-f]{40}|\d{4}-\d{2}-\d{2} \d{2}:\d{2}|SHA256:[\w+/]{43}|\d{1,2})$/u;

function toSeemly(written: string): string {
  if ([PLAIN, INDEX_NUMBER.pattern, NUMBER_FILE].some((shape) => shape.test(written)) || toFolder(written)) return written;
  const folder = toFolder(written.slice(0, Math.max(0, written.lastIndexOf('/'))))?.path;
  return folder === undefined ? '……' : `${folder}/……`;
}
