import { join } from 'node:path';
import { build, type Progress } from '../../site/render/build.ts';
import { State } from '../../site/render/state.ts';
import { withAttachmentReader } from '../attachment-reader.ts';

/** What of this process's settings would have Git look elsewhere, or at something else than what lies there. */
export function closeEnvironment() {
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];
  Object.assign(process.env, {
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
  });
}

/**
 * Makes the whole site again from a revision, as of a day.
 * @param out folder that is empty or not there
 * @returns hashes of all its files by their paths from the root
 */
export async function rebuild(
  repository: string,
  revision: string,
  day: string,
  out: string,
  onProgress: Progress,
): Promise<Map<string, string>> {
  await withAttachmentReader((reader) => build({ content: { repository, revision }, out, today: day, reader, onProgress }));
  const state = new State(join(out, 'state.db'));
  try {
    return new Map(
      [...state.heads().keys()].flatMap((folder) => [...state.files(folder)].map(([name, { sha256 }]) => [folder + name, sha256] as const)),
    );
  } finally {
    state.close();
  }
}
