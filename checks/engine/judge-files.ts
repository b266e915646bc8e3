import { createHash } from 'node:crypto';
import { REFUSED, type Refusal, type Source, type SourceFile } from '../../cms/library/source.ts';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import { Cache } from './cache.ts';
import type { FileToJudge } from './judge-file.ts';
import { versionOf } from './version.ts';
import type { CheckOptions } from './with-library.ts';

/** A file of a content root, known by the hash of its bytes. */
export type KnownFile = SourceFile & { sha256: string };

/** Questions sent to the examiners at once; more would only wait in memory. */
const UNDER_WAY = 6;
/** Small files travel together, because a message costs more than judging one. */
const TOGETHER = { files: 64, bytes: 256 * 1024 };

/**
 * What the rules on words and files have against these files of a content root. Files whose bytes and name are known are
 * not read again.
 */
export async function judgeFiles(
  { source, state, examiners, onProgress = () => {} }: CheckOptions,
  files: readonly KnownFile[],
  lexicon: Lexicon,
): Promise<Finding[]> {
  const cache = new Cache(`${state}/judged.db`, versionOf(lexicon));
  try {
    const known = files.map((file) => (file.refused ? undefined : cache.get(keyOf(file))));
    const fresh = files.filter(({ refused }, at) => !refused && known[at] === undefined);
    const findings = known.flatMap((said) => said ?? []);
    for (const file of files) if (file.refused) findings.push(...(await judgeAsUnread(file, file.refused)));
    const under = new Set<Promise<void>>();
    let done = files.length - fresh.length;
    for (const { together, unread } of questions(source, fresh)) {
      for (const file of unread) findings.push(...(await judgeAsUnread(file, 'unreadable')));
      const examine = async () => {
        const said = await examiners.examine(() => together.map(({ question }) => question), lexicon);
        for (const [at, { file }] of together.entries()) {
          const judged = said[at]!;
          if (judged.isWhole) cache.set(keyOf(file), judged.findings);
          findings.push(...judged.findings);
        }
        onProgress('judge', (done += together.length + unread.length), files.length);
      };
      const work = examine().finally(() => under.delete(work));
      under.add(work);
      if (under.size >= UNDER_WAY) await Promise.race(under);
    }
    await Promise.all(under);
    return findings;
  } finally {
    cache.close();
  }
}

interface Together {
  together: { file: KnownFile; question: FileToJudge }[];
  /** Files that are there and cannot be read. */
  unread: KnownFile[];
}

/** Files with their bytes, small ones several at a time. One that has gone meanwhile is left out. */
function* questions(source: Source, files: readonly KnownFile[]): Generator<Together> {
  let next: Together = { together: [], unread: [] };
  let size = 0;
  let at = 0;
  for (const bytes of source.read(files)) {
    const file = files[at++]!;
    if (bytes === 'unreadable') next.unread.push(file);
    if (!(bytes instanceof Uint8Array)) continue;
    const isFull = size + bytes.length * weightOf(file.path) > TOGETHER.bytes || next.together.length === TOGETHER.files;
    if (isFull && next.together.length > 0) {
      yield next;
      next = { together: [], unread: [] };
      size = 0;
    }
    next.together.push({ file, question: { path: file.path, bytes, isAttachment: isAttachment(file.path) } });
    size += bytes.length * weightOf(file.path);
  }
  yield next;
}

/** Reading attachments takes long, and pictures longest: little or nothing waits behind them. */
function weightOf(path: string): number {
  if (!isAttachment(path)) return 1;
  return /\.(?:docx|xlsx|csv|txt)$/iu.test(path) ? 4 : TOGETHER.bytes;
}

async function judgeAsUnread({ path }: KnownFile, refused: Refusal): Promise<Finding[]> {
  const { judgeUnread } = await import('./judge-file.ts');
  return judgeUnread(
    { path, bytes: new Uint8Array(1), isAttachment: isAttachment(path) },
    { kind: 'refused', where: '文件', what: REFUSED[refused] },
  );
}

/**
 * What is said of a file depends on its bytes, its name and whether it is an attachment, which its path tells. Hashed,
 * because a name can be what must not be stored.
 */
const keyOf = ({ path, sha256 }: KnownFile) => createHash('sha256').update(`${sha256} ${path}`).digest('hex');

/** Whether a file is published as it is, and not only the text of an entry or record. */
export const isAttachment = (path: string): boolean =>
  path.startsWith('images/') || (path.startsWith('entries/') && !path.endsWith('/index.md'));

/** Word lists, waivers and the baseline are not published, and name what must not be. */
export const isJudged = (path: string): boolean => !/^(?:lexicon|waivers)\/|^baseline\.json$/u.test(path);
