import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { UsageError } from './exit.ts';
import { FORGES, type ForgeKind } from './forge/kinds.ts';
import { placeInRepository } from './place-in-repository.ts';

interface Options {
  kind: string;
  content?: string;
  repo?: string;
  out: string;
}

export const command = new Command('forge')
  .description('为代码平台写合并请求的检查流程、负责人和 Decap 配置')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand(false);

command
  .command('init')
  .description('写检查流程和 CODEOWNERS，提交到内容仓库的 main')
  .helpOption('-h, --help', '显示帮助')
  .requiredOption('--kind <平台>', `代码平台：${Object.keys(FORGES).join('、')}`)
  .option('--content <文件夹>', '内容文件夹（默认 content/）')
  .option('--repo <路径>', '改从 Git 仓库的 main 读取单位和人员')
  .requiredOption('--out <文件夹>', '内容仓库的工作目录，文件写在里面')
  .action(async (options: Options) => {
    const kind = toKind(options.kind);
    const { toCodeowners } = await import('./forge/to-codeowners.ts');
    const { STEPS } = await import('./forge/steps.ts');
    const { writeFiles } = await import('./forge/write-files.ts');
    const { pipeline, owners } = FORGES[kind];
    const { units, root } = await readStaff(options);
    const template = readFileSync(new URL(`forge/pipelines/${kind}.yml`, import.meta.url), 'utf8');
    writeFiles(options.out, new Map([[pipeline, template], [owners, toCodeowners(units, root, kind)]])); // biome-ignore format: short
    for (const path of [pipeline, owners]) console.log(`已经写好 ${join(options.out, path)}`);
    const missing = units.filter(({ people }) => !people.some(({ forge }) => forge)).map(({ unit }) => unit);
    if (missing.length > 0) console.log(`没有人写明代码平台账号（people 里的 forge），由信息办代看：${missing.join('、')}`);
    console.log(['还要在平台上做：', ...STEPS[kind].map((step, at) => `${at + 1}. ${step}`)].join('\n'));
  });

/** Who works for the units of a content root, and its folder in its repository. */
async function readStaff({ content, repo }: Pick<Options, 'content' | 'repo'>) {
  if (content !== undefined && repo !== undefined) throw new UsageError('--content 和 --repo 只能写一个。');
  const { toSource } = await import('../cms/library/content.ts');
  const { peopleOfUnit } = await import('../cms/library/unit-people.ts');
  const source = toSource(repo === undefined ? { folder: content ?? 'content' } : { repository: repo, revision: 'refs/heads/main' });
  if (!source.readOne('portal.yaml')) throw new UsageError(`${source.name} 里没有 portal.yaml，不是内容文件夹。核对路径。`);
  const files = [...source.readNamed(source.pathsIn(['units']).sort())];
  const units = files.flatMap(([path, bytes]) => {
    const unit = /^units\/([a-z0-9-]+)\.yaml$/u.exec(path)?.[1];
    return unit === undefined ? [] : [{ unit, people: peopleOfUnit(bytes) }];
  });
  return { units, root: placeInRepository(source) };
}

function toKind(kind: string): ForgeKind {
  if (Object.hasOwn(FORGES, kind)) return kind as ForgeKind;
  throw new UsageError(`--kind 只能是 ${Object.keys(FORGES).join('、')}。`);
}
