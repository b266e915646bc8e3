import { Library } from '../../cms/library/library.ts';
import type { Source } from '../../cms/library/source.ts';
import { sync } from '../../cms/library/sync.ts';
import type { Examiners } from './examiners.ts';

export interface CheckOptions {
  source: Source;
  /** Folder for the index and what is remembered of earlier checks. */
  state: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  /** Closed by whoever made them. */
  examiners: Examiners;
  onProgress?: (stage: 'read' | 'judge', done: number, of: number) => void;
}

/** Brings the index up to date and judges with it. */
export async function withLibrary<T>(
  { source, state, today, onProgress = () => {} }: CheckOptions,
  judge: (library: Library) => Promise<T>,
): Promise<T> {
  const index = `${state}/index.db`;
  await sync(index, source, (done, of) => onProgress('read', done, of));
  const library = Library.open(index, today);
  try {
    return await judge(library);
  } finally {
    library.close();
  }
}
