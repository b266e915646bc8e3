import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { BACKENDS, type BackendKind, type ForgePlace, NONE_CAN } from '../../cms/form/forge/backends.ts';
import { toForgeConfig } from '../../cms/form/forge/forge-config.ts';
import { Library } from '../../cms/library/library.ts';
import type { Source } from '../../cms/library/source.ts';
import { sync } from '../../cms/library/sync.ts';
import { quote } from '../../cms/model/quote.ts';
import { UsageError } from '../exit.ts';
import { placeInRepository } from '../place-in-repository.ts';
import { today } from '../today.ts';
import { MARK } from './mark.ts';

/**
 * Decap's configuration as a file that begins with what it cannot do.
 * @param only ids of the units whose collections are in it; all when it is empty
 * @throws UsageError when there is no such unit
 */
export async function toDecapFile(kind: BackendKind, place: ForgePlace, source: Source, only: readonly string[]): Promise<string> {
  const { name, cannot } = BACKENDS[kind];
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-forge-'));
  try {
    await sync(join(folder, 'index.db'), source);
    const library = Library.open(join(folder, 'index.db'), today());
    try {
      const units = library.units();
      const unknown = only.find((id) => !units.some((unit) => unit.id === id));
      if (unknown !== undefined) throw new UsageError(`没有单位 ${quote(unknown)}。写 units/ 里的文件名，不带扩展名。`);
      const shown = only.length === 0 ? units : units.filter(({ id }) => only.includes(id));
      const records = {
        portal: library.portal,
        units,
        columns: library.columns(),
        duties: library.duties(),
        topics: library.topics(),
      };
      const head = [
        `${MARK}，依据内容模型、单位、栏目和目录；它们变动以后重新生成。`,
        `直接在 ${name} 上写，有这些事做不到；办公平台都能做到：`,
        ...[...NONE_CAN, ...cannot].map((words) => `- ${words}`),
      ];
      const config = dump(toForgeConfig(kind, place, records, placeInRepository(source), shown), { lineWidth: 160 });
      return `${head.map((line) => `# ${line}\n`).join('')}\n${config}`;
    } finally {
      library.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
