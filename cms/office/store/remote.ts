import { z } from 'zod';
import { type Git, outcomeOf } from './git.ts';
import { DISCARDED, DRAFTS, MAIN } from './refs.ts';

/** What a county's file says of the repository that the office keeps up to date elsewhere, for example on a forge. */
export const remoteSettings = z.strictObject({
  /** As `git push` takes it. */
  url: z.string().regex(/^(?:https?:\/\/|ssh:\/\/|file:\/\/|[\w.-]+@[\w.-]+:)[^\s]+$/u),
  /** HTTP: account and token that may push. */
  user: z.string().min(1).default('office'),
  token: z.string().min(1).optional(),
  /** SSH: path of the private key, and of the file with the keys of the machine. */
  key: z.string().min(1).optional(),
  known_hosts: z.string().min(1).optional(),
  /** A forge's API, by which merge requests are opened and approvals read, with the token above. */
  forge: z
    .strictObject({
      kind: z.enum(['forgejo', 'gitlab', 'github']),
      /** As `https://git.example.gov.cn/api/v1`, `…/api/v4` or `https://api.github.com`. */
      api: z.url().transform((url) => url.replace(/\/+$/u, '')),
      /** `owner/name`. */
      project: z.string().regex(/^[\w.-]+(?:\/[\w.-]+)+$/u),
    })
    .optional(),
});
export type RemoteSettings = z.infer<typeof remoteSettings>;

/** Main, drafts and what was given up; a draft that is gone here goes there too. Main is never forced. */
const REFS = [`${MAIN}:${MAIN}`, `+${DRAFTS}/*:${DRAFTS}/*`, `${DISCARDED}/*:${DISCARDED}/*`];

/** Brings another repository to what the office's own has. @throws GitError with what the other one said, also when it was stopped */
export async function pushTo(git: Git, settings: RemoteSettings, stop: AbortSignal): Promise<void> {
  const child = git.begin(['push', '--quiet', '--prune', settings.url, ...REFS], toEnvironment(settings), { isGroup: true });
  const ended = outcomeOf(child, 'push');
  child.stdin.end();
  const onStop = () => child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, 'SIGTERM');
  stop.addEventListener('abort', onStop, { once: true });
  if (stop.aborted) onStop();
  await ended.finally(() => stop.removeEventListener('abort', onStop));
}

/** What Git is told by its environment, which nobody else can read. */
function toEnvironment({ user, token, key, known_hosts: hosts }: RemoteSettings): Record<string, string> {
  const login = token && `Authorization: Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
  const quote = (path: string) => `'${path.replaceAll("'", String.raw`'\''`)}'`;
  const ssh = ['ssh -o BatchMode=yes -o IdentitiesOnly=yes', key && `-i ${quote(key)}`, hosts && `-o UserKnownHostsFile=${quote(hosts)}`];
  return {
    GIT_SSH_COMMAND: ssh.filter(Boolean).join(' '),
    ...(login && { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.extraHeader', GIT_CONFIG_VALUE_0: login }),
  };
}
