import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../../site/render/build.ts';
import { withAttachmentReader } from '../../attachment-reader.ts';
import { NEW_DAY } from '../corpus.ts';
import { type Measured, measure } from '../measure.ts';
import { type MadeHistory, makeHistory } from './make-history.ts';

export interface VerifyResults {
  history: Omit<MadeHistory, 'repository' | 'key'>;
  /** The chain alone, and the chain and the release. */
  chain: Measured;
  whole: Measured;
  /** What the command said of the whole. */
  said: string;
}

/** Measures `gongkai verify`, as a process of its own, on an invented county with its release. */
export async function runVerify({
  work,
  entries,
  commits,
  onProgress,
}: {
  work: string;
  entries: number;
  commits: number;
  onProgress(words: string): void;
}) {
  onProgress(`${entries} 篇，${commits} 次提交：造历史`);
  const { repository, key, ...history } = makeHistory(work, entries, commits);
  const out = join(work, 'out');
  onProgress('构建网站');
  const content = { repository, revision: 'refs/heads/main' };
  await withAttachmentReader((reader) => build({ content, out, today: NEW_DAY, reader }));
  const gongkai = fileURLToPath(new URL('../../gongkai.ts', import.meta.url));
  const verify = (log: string, ...site: string[]) =>
    measure(
      {
        program: process.execPath,
        args: [gongkai, 'verify', ...site, '--repo', repository, '--key', key, '--work', join(work, 'again')],
        cwd: work,
      },
      join(work, log),
    );
  onProgress('核对链条');
  const chain = await verify('chain.log');
  onProgress('核对链条和网站');
  const whole = await verify('whole.log', out);
  return { history, chain, whole, said: readFileSync(join(work, 'whole.log'), 'utf8') } satisfies VerifyResults;
}
