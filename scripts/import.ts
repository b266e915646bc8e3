import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { load } from 'js-yaml';
import { Examiners } from '../checks/engine/examiners.ts';
import { isSensitive } from '../checks/rule.ts';
import { importFiles, type Outcome } from '../cms/import/batch/import-files.ts';
import { toMarkdownReport, toReport, toText } from '../cms/import/batch/report.ts';
import { isWrittenDay } from '../cms/model/day.ts';
import { ID } from '../cms/model/shapes.ts';
import { types } from '../cms/model/types/index.ts';
import { UsageError } from './exit.ts';
import { today } from './today.ts';

interface Options {
  unit?: string;
  column?: string;
  out: string;
  report?: string;
  asOf?: string;
  dryRun?: boolean;
}

const MOST_LINES = 20;

export const command = new Command('import')
  .description('把旧文档（txt、html、docx）导入为条目草稿，并报告缺什么、坏在哪里')
  .argument('[文件...]', '文件或者文件夹')
  .helpOption('-h, --help', '显示帮助')
  .option('--unit <单位>', '单位代码，例如 county')
  .option('--column <栏目>', '栏目代码，例如 policies')
  .option('--out <文件夹>', '内容文件夹', 'content')
  .option('--report <文件>', '把完整报告写成 Markdown 文件')
  .option('--as-of <日期>', '文件没有日期时放进这一天的年份，年-月-日（默认今天，北京时间）')
  .option('--dry-run', '只报告，不写入')
  .action(async (paths: string[], options: Options) => {
    const outcomes = await run(paths, options);
    const report = toReport(outcomes, options.dryRun ?? false);
    if (options.report !== undefined) writeReport(options.report, toMarkdownReport(report));
    process.stdout.write(toText(report, options.report === undefined ? undefined : MOST_LINES));
    if (outcomes.some(needsPerson)) process.exitCode = 1;
  });

async function run(paths: string[], { unit, column, out, report, asOf, dryRun = false }: Options): Promise<Outcome[]> {
  if (paths.length === 0) throw new UsageError('写上要导入的文件或者文件夹，例如 gongkai import 旧文档/ --unit county --column policies。');
  if (unit === undefined || !ID.pattern.test(unit)) throw new UsageError('--unit 要写单位代码，例如 --unit county。');
  if (column === undefined || !ID.pattern.test(column)) throw new UsageError('--column 要写栏目代码，例如 --column policies。');
  if (asOf !== undefined && !isWrittenDay(asOf)) throw new UsageError('--as-of 要写成“年-月-日”，例如 2026-03-10。');
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`找不到“${missing}”。核对文件名和路径。`);
  requireUnit(out, unit);
  const takes = typesOfColumn(out, column);
  if (report !== undefined) writeReport(report, '');
  const onProgress = toProgress();
  const examiners = new Examiners();
  const refuse = (path: string) => whyNot(path, examiners);
  try {
    return await importFiles({ paths, content: out, unit, column, takes, today: asOf ?? today(), dryRun, refuse, onProgress });
  } finally {
    examiners.close();
  }
}

/**
 * What the rules on secrecy and privacy have against a file, or why they could not judge it: an old document is judged like a new
 * one, before any of it is written.
 */
async function whyNot(path: string, examiners: Examiners): Promise<string | undefined> {
  const [judged] = await examiners.examine(() => [{ path: basename(path), bytes: readFileSync(path), isAttachment: true }], new Map());
  const against = judged!.findings.filter(({ rule, severity }) => severity === 'block' && (isSensitive(rule) || rule === UNJUDGED));
  const first = against.find(({ rule }) => rule.startsWith('secrecy/')) ?? against[0];
  return first && `${first.message}没有导入，也没有留下内容。`;
}
/** Says of a file that it could not be opened, or not be examined to the end. */
const UNJUDGED = 'attachment/readable';

/** A content root that has units must have this one; one that is only being made need not. */
function requireUnit(content: string, unit: string): void {
  const folder = join(content, 'units');
  const units = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  if (units.length > 0 && !units.includes(`${unit}.yaml`)) throw new UsageError(`没有单位“${unit}”。从 ${folder} 里选一个单位代码。`);
}

function typesOfColumn(content: string, column: string): string[] | undefined {
  const file = join(content, 'columns.yaml');
  if (!existsSync(file)) return undefined;
  let columns: unknown;
  try {
    columns = load(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${file} 读不出来。先改好这个文件。`);
  }
  const found = Array.isArray(columns) ? columns.find((each) => each?.id === column) : undefined;
  if (!found) throw new UsageError(`没有栏目“${column}”。从 ${file} 里选一个栏目代码。`);
  return types.filter((type) => (type.columns as readonly string[]).includes(found.kind)).map((type) => type.name);
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new UsageError(`报告写不进“${file}”。换一个能写的位置。`);
  }
}

const needsPerson = (outcome: Outcome): boolean =>
  outcome.state === 'refused' || (outcome.state === 'imported' && outcome.imported.owed.length + outcome.imported.damage.length > 0);

/** A line that counts on a terminal; nothing elsewhere. */
function toProgress(stream: NodeJS.WriteStream = process.stderr): ((done: number, of: number, name: string) => void) | undefined {
  if (!stream.isTTY || process.env.CI) return undefined;
  return (done, of, name) =>
    stream.write(done === of ? '\r\u001b[K' : `\r\u001b[K导入 ${done + 1}/${of} ${name.replace(/\p{Cc}/gu, ' ').slice(-40)}`);
}
