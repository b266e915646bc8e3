import type { Source, SourceFile } from '../../cms/library/source.ts';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import { Cache } from './cache.ts';
import { Examiners } from './examiners.ts';
import { versionOf } from './version.ts';

/** A file of a content root, known by the hash of its bytes. */
export type KnownFile = SourceFile & { sha256: string };

/** Files sent for examination at once; more would only wait in memory. */
const UNDER_WAY = 16;

/**
 * What the rules on words and files have against these files of a content root. Files whose bytes and name are known are
 * not read again.
 * @param cachePath where judgements are remembered
 */
export async function judgeFiles(
  source: Source,
  files: readonly KnownFile[],
  lexicon: Lexicon,
  cachePath: string,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Finding[]> {
  const cache = new Cache(cachePath, versionOf(lexicon));
  const examiners = new Examiners(lexicon);
  try {
    const known = files.map((file) => cache.get(keyOf(file)));
    const fresh = files.filter((_, at) => known[at] === undefined);
    const findings = known.flatMap((said) => said ?? []);
    const under = new Set<Promise<void>>();
    let done = files.length - fresh.length;
    let next = 0;
    for (const bytes of source.read(fresh)) {
      const file = fresh[next++]!;
      if (!(bytes instanceof Uint8Array)) continue;
      const work = examiners.examine({ path: file.path, bytes, isAttachment: isAttachment(file.path) }).then((said) => {
        cache.set(keyOf(file), said);
        findings.push(...said);
        under.delete(work);
        onProgress(++done, files.length);
      });
      under.add(work);
      if (under.size >= UNDER_WAY) await Promise.race(under);
    }
    await Promise.all(under);
    return findings;
  } finally {
    examiners.close();
    cache.close();
  }
}

const keyOf = ({ path, sha256 }: KnownFile) => `${sha256} ${path}`;

/** Whether a file is published as it is, and not only the text of an entry or record. */
export const isAttachment = (path: string): boolean =>
  path.startsWith('images/') || (path.startsWith('entries/') && !path.endsWith('/index.md'));

/** Word lists, waivers and the baseline are not published, and name what must not be. */
export const isJudged = (path: string): boolean => !/^(?:lexicon|waivers)\/|^baseline\.json$/u.test(path);
