import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { toRuleLists } from '../checks/rules-lists.ts';
import { toHandbook } from '../cms/model/handbook.ts';
import { toJsonSchemas } from '../cms/model/json-schema.ts';

/** Every generated file that is committed, by its path from the project's root; what others are made from comes first. */
async function* generated(): AsyncGenerator<[path: string, text: string]> {
  yield* await toRuleLists();
  const { toRulesHandbook } = await import('../checks/rules-handbook.ts');
  yield ['checks/RULES.md', toRulesHandbook()];
  yield ['cms/MODEL.md', toHandbook()];
  yield ['cms/model.schema.json', `${JSON.stringify(toJsonSchemas(), null, 2)}\n`];
}

/**
 * Generated files that were not as they should be.
 * @param mend writes them as they should be
 */
export async function findStale(root: URL, mend = false): Promise<string[]> {
  const stale: string[] = [];
  for await (const [path, text] of generated()) {
    const file = new URL(path, root);
    if (read(file) === text) continue;
    stale.push(path);
    if (mend) writeFileSync(file, text);
  }
  return stale;
}

function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const ROOT = new URL('../', import.meta.url);

export const command = new Command('generate')
  .description('从内容模型和规则生成手册和 JSON Schema')
  .helpOption('-h, --help', '显示帮助')
  .option('--check', '只检查，不写文件；有过时的文件时退出码为 1')
  .action(async ({ check = false }: { check?: boolean }) => {
    const stale = await findStale(ROOT, !check);
    for (const path of stale) console.log(check ? `${path} 过时了。运行 npm run generate。` : `${path} 已更新。`);
    if (check && stale.length > 0) process.exitCode = 1;
  });
