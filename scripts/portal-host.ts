import { z } from 'zod';
import { type Content, toSource } from '../cms/library/content.ts';
import { readYaml } from '../cms/library/yaml.ts';
import { UsageError } from './exit.ts';

const shape = z.object({ host: z.string().min(1) });

/** Host name of the portal, as its content says. */
export function readHost(content: Content): string {
  const source = toSource(content);
  const bytes = source.readOne('portal.yaml');
  if (!bytes) throw new UsageError(`${source.name} 里没有 portal.yaml，不是内容文件夹。核对路径。`);
  try {
    return shape.parse(readYaml(Buffer.from(bytes).toString('utf8'))).host;
  } catch {
    throw new UsageError(`${source.name} 的 portal.yaml 里读不出网站域名（host）。改好再启动。`);
  }
}
