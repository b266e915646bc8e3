import { z } from 'zod';
import { type Content, toSource } from '../cms/library/content.ts';
import { GitRepository } from '../cms/library/git-repository.ts';
import { readYaml } from '../cms/library/yaml.ts';
import { UsageError } from './exit.ts';

const shape = z.object({ host: z.string().min(1) });

/** Host name of the portal, as its content says. @throws UsageError when it does not */
export function readHost(content: Content): string {
  const source = toSource(content);
  const bytes = source.readOne('portal.yaml');
  if (!bytes) throw new UsageError(`${source.name} 里没有 portal.yaml，不是内容文件夹。核对路径。`);
  const host = hostIn(bytes);
  if (host === undefined) throw new UsageError(`${source.name} 的 portal.yaml 里读不出网站域名（host）。改好再启动。`);
  return host;
}

/** What a host is called while nobody has ever said. */
const UNKNOWN = 'localhost';

/**
 * Host name of the portal whose repository the office opens: what main says, or said last. The office opens whatever is wrong in
 * portal.yaml, for the information office is told there what to mend.
 */
export function hostOf(repository: string): string {
  const said = (revision: string) => hostIn(toSource({ repository, revision }).readOne('portal.yaml'));
  const now = said('refs/heads/main');
  if (now !== undefined) return now;
  const log = GitRepository.at(repository).run(['log', '--format=%H', 'refs/heads/main', '--', 'portal.yaml', 'content/portal.yaml']);
  const before = log.toString('latin1').split('\n').filter(Boolean);
  return before.map(said).find((host) => host !== undefined) ?? UNKNOWN;
}

function hostIn(bytes: Uint8Array | undefined): string | undefined {
  try {
    return shape.parse(readYaml(Buffer.from(bytes ?? '').toString('utf8'))).host;
  } catch {
    return undefined;
  }
}
