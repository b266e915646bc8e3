import { MAIN_TRAILERS } from '../../model/main-act.ts';
import { keyProofIn, REWRITTEN, toKeyProof } from '../../model/purged.ts';
import { ObjectWriter } from '../store/object-writer.ts';
import { sign } from '../store/office-key.ts';
import type { RefChange } from '../store/refs.ts';
import type { Repository } from '../store/repository.ts';
import { type PurgedPlace, StubTrees } from './stub-trees.ts';

/** A history that lies beside the old one until the refs are moved. */
export interface Rewritten {
  /** New names of rewritten commits. */
  commits: ReadonlyMap<string, string>;
  refs: RefChange[];
  /** Files that the new history does without. */
  blobs: ReadonlySet<string>;
}

/** What people wrote beside an entry may tell what it said: opinions, what was corrected, why it was urgent, and why it was taken away. */
const SAID = /^(?:Words|Place): .*\n/gmu;
const { withdraw, takeDown, merge, correction, emergency, confirm, newKey, backupKey } = MAIN_TRAILERS;
const TOLD = [withdraw, takeDown, merge, correction, emergency, confirm];
const REASON = new RegExp(`^(${TOLD.join('|')}): .*$`, 'gmu');
const OF_KEYS = new RegExp(`^(?:${newKey}|${backupKey}): `, 'mu');
const GONE = Buffer.from(JSON.stringify('（已清除）')).toString('latin1');

/**
 * Writes the history again without what an entry said: every commit that held it, and every later one, with the same authors, times
 * and records. Those that the office had signed it signs again; each names what it was called before, and one about keys holds what it
 * was. Nothing points to it yet.
 */
export async function rewrite(repository: Repository, place: PurgedPlace): Promise<Rewritten> {
  const { git, reader, key, root } = repository;
  const writer = new ObjectWriter(repository.path);
  const trees = new StubTrees(reader, writer, root, place);
  const commits = new Map<string, string>();
  const ids = (await git.line(['rev-list', '--all', '--topo-order', '--reverse'])).split('\n').filter(Boolean);
  for (const id of ids) {
    const { bytes } = (await reader.read(id))!;
    const text = bytes.toString('latin1');
    const end = text.indexOf('\n\n');
    const [head, message] = [text.slice(0, end + 1), text.slice(end + 2)];
    const tree = /^tree ([0-9a-f]{40})\n/u.exec(head)![1]!;
    const said = isAbout(message, place) ? message.replace(SAID, '').replace(REASON, `$1: ${GONE}`) : message;
    const stubbed = await trees.of(tree);
    const parents = [...head.matchAll(/^parent ([0-9a-f]{40})$/gmu)].map(([, parent]) => parent!);
    if (stubbed === tree && said === message && !parents.some((parent) => commits.has(parent))) continue;
    const renamed = head
      .replace(tree, stubbed)
      .replace(/^parent ([0-9a-f]{40})$/gmu, (line, parent: string) => line.replace(parent, commits.get(parent) ?? parent));
    const unsigned = renamed.replace(/^gpgsig .*\n(?: .*\n)*/mu, '');
    const proof = OF_KEYS.test(said) && !keyProofIn(said) ? toKeyProof(bytes) : '';
    const rewritten = `${unsigned}\n${said}${said.endsWith('\n') ? '' : '\n'}${proof}${REWRITTEN}: ${id}\n`;
    const whole = unsigned === renamed ? rewritten : await sign(Buffer.from(rewritten, 'latin1').toString('utf8'), key);
    const put = unsigned === renamed ? Buffer.from(rewritten, 'latin1') : Buffer.from(whole, 'utf8');
    commits.set(id, await writer.write('commit', put));
  }
  return { commits, refs: await moved(repository, commits), blobs: trees.blobs };
}

/** Whether a commit is about the entry, in whichever year's folder. */
const isAbout = (message: string, { unit, type, slug }: PurgedPlace): boolean => {
  const [, written = ''] = /^Entry: (\S+)$/mu.exec(message) ?? [];
  const [entries, ofUnit, ofType, , own] = written.split('/');
  return entries === 'entries' && ofUnit === unit && ofType === type && own === slug;
};

/** Refs that lead to commits which have other names now; some are named after their commit. */
async function moved({ git }: Repository, commits: ReadonlyMap<string, string>): Promise<RefChange[]> {
  const lines = (await git.line(['for-each-ref', '--format=%(objectname) %(refname)'])).split('\n').filter(Boolean);
  return lines.flatMap((line): RefChange[] => {
    const [from, ref] = [line.slice(0, 40), line.slice(41)];
    const to = commits.get(from);
    if (to === undefined) return [];
    if (!ref.endsWith(from)) return [{ ref, from, to }];
    return [
      { ref, from, to: undefined },
      { ref: ref.replace(from, to), from: undefined, to },
    ];
  });
}
