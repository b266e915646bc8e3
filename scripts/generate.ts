import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { toRulesHandbook } from '../checks/rules-handbook.ts';
import { toHandbook } from '../cms/model/handbook.ts';
import { toJsonSchemas } from '../cms/model/json-schema.ts';

/** Every generated file that is committed, by its path from the project's root. */
export function toGenerated(): Map<string, string> {
  return new Map([
    ['checks/RULES.md', toRulesHandbook()],
    ['cms/MODEL.md', toHandbook()],
    ['cms/model.schema.json', `${JSON.stringify(toJsonSchemas(), null, 2)}\n`],
  ]);
}

/** Generated files that are not as they should be. */
export function findStale(root: URL): string[] {
  return [...toGenerated()].filter(([path, text]) => read(new URL(path, root)) !== text).map(([path]) => path);
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
  .action(({ check }: { check?: boolean }) => {
    const stale = findStale(ROOT);
    for (const path of stale) console.log(check ? `${path} 过时了。运行 npm run generate。` : `${path} 已更新。`);
    if (check && stale.length > 0) process.exitCode = 1;
    else if (!check) for (const [path, text] of toGenerated()) writeFileSync(new URL(path, ROOT), text);
  });
