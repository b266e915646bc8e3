import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Command } from 'commander';
import { BACKENDS, type BackendKind } from '../cms/form/forge/backends.ts';
import { toSource } from '../cms/library/content.ts';
import type { Source } from '../cms/library/source.ts';
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
  .helpOption('-h, --help', '显示帮助');

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

interface DecapOptions extends Pick<Options, 'content' | 'repo' | 'out'> {
  kind: string;
  repository: string;
  url: string;
  app: string;
  oauth?: string;
  unit: string[];
}

command
  .command('decap')
  .description('写 Decap 的配置，让人不用办公平台、直接在代码平台上写草稿')
  .helpOption('-h, --help', '显示帮助')
  .requiredOption('--kind <平台>', `代码平台：${Object.keys(BACKENDS).join('、')}`)
  .requiredOption('--repository <组/项目>', '平台上的内容仓库')
  .option('--url <网址>', '平台的网址', 'https://github.com')
  .option('--app <编号>', '在平台上为 Decap 登记的应用编号', '')
  .option('--oauth <网址>', 'GitHub：换取登录凭证的服务器')
  .option('--unit <单位>', '只写这个单位的栏目，可以写多次（默认全部单位）', (value, before: string[]) => [...before, value], [])
  .option('--content <文件夹>', '内容文件夹（默认 content/）')
  .option('--repo <路径>', '改从 Git 仓库的 main 读取单位、栏目和目录')
  .requiredOption('--out <文件>', '配置文件，放在 Decap 页面的旁边，名称是 config.yml')
  .action(async ({ kind, repository, url, app, oauth, out, unit, ...from }: DecapOptions) => {
    if (kind === 'gitea') throw new UsageError('Decap 的 gitea 后端没有先审后发，打开就报错。用 Forgejo，或者用办公平台。');
    if (!Object.hasOwn(BACKENDS, kind)) throw new UsageError(`--kind 只能是 ${Object.keys(BACKENDS).join('、')}。`);
    if (kind === 'github' ? oauth === undefined : app === '')
      throw new UsageError(
        kind === 'github' ? 'GitHub 还要 --oauth：换取登录凭证的服务器。' : '还缺少 --app：先在平台上为 Decap 登记一个应用。',
      );
    const { toDecapFile } = await import('./forge/to-decap-file.ts');
    const place = { repository, url: url.replace(/\/+$/u, ''), app, ...(oauth !== undefined && { oauth }) };
    const { writeFiles } = await import('./forge/write-files.ts');
    const text = await toDecapFile(kind as BackendKind, place, openSource(from), unit);
    writeFiles(dirname(out), new Map([[basename(out), text]]));
    console.log(`已经写好 ${out}。不能做的写在文件开头。`);
  });

function openSource({ content, repo }: Pick<Options, 'content' | 'repo'>): Source {
  if (content !== undefined && repo !== undefined) throw new UsageError('--content 和 --repo 只能写一个。');
  const source = toSource(repo === undefined ? { folder: content ?? 'content' } : { repository: repo, revision: 'refs/heads/main' });
  if (source.readOne('portal.yaml')) return source;
  throw new UsageError(`${source.name} 里没有 portal.yaml，不是内容文件夹。核对路径。`);
}

/** Who works for the units of a content root, and its folder in its repository. */
async function readStaff(from: Pick<Options, 'content' | 'repo'>) {
  const source = openSource(from);
  const { peopleOfUnit } = await import('../cms/library/unit-people.ts');
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
