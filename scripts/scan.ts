import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { Examiners } from '../checks/engine/examiners.ts';
import type { FileToJudge } from '../checks/engine/judge-file.ts';
import { compareFindings, type Finding, toVerdict, type Verdict } from '../checks/finding.ts';
import { toTextLine, visible } from '../checks/report/text.ts';
import { quote } from '../cms/model/quote.ts';
import { UsageError } from './exit.ts';
import { print } from './print.ts';
import { toProgress } from './progress.ts';
import { withoutWords } from './without-words.ts';

/** Families that judge any file, whatever library it is for. */
const FAMILIES = new Set(['secrecy', 'privacy', 'attachment']);
const VERDICTS: Record<Verdict, string> = { block: '不能公开', warn: '要由人看过', pass: '没有发现问题' };
/** Files that may wait for a slow one before them. They wait unread. */
const AHEAD = 200;

interface Scanned {
  file: string;
  verdict: Verdict;
  findings: Finding[];
}

export const command = new Command('scan')
  .description('查任意文件：国家秘密标志、内部标记、个人信息、附件里隐藏的内容')
  .argument('<文件...>', '要查的文件')
  .helpOption('-h, --help', '显示帮助')
  .option('--format <格式>', '结果的格式：text 或者 json', 'text')
  .addHelpText(
    'after',
    '\njson 中的 file 是命令行里写的文件名，原样给出，用来分清文件；其他各项里，查出的内容一律遮住，压缩包里的文件名也是。text 只原样给出所在的文件夹。文件名本身查出问题时，先改名再保存或者转发结果。\n退出码：0 没有阻断问题，1 有阻断问题，2 用法不对或者文件读不出来。',
  )
  .action(async (files: string[], { format }: { format: string }) => {
    if (format !== 'text' && format !== 'json') throw new UsageError('--format 只能是 text 或者 json。');
    for (const file of files) requireFile(file);
    const scanned: Scanned[] = [];
    await withoutWords(async () => {
      for await (const one of scan(files)) {
        scanned.push(one);
        if (format === 'text') await print(`${toLines(one).join('\n')}\n`);
      }
    });
    if (format === 'json') await print(toJson(scanned));
    if (scanned.some(({ verdict }) => verdict === 'block')) process.exitCode = 1;
  });

/** Judges files one by one, in the order given; only as many are in memory as are examined at once. */
async function* scan(files: readonly string[]): AsyncGenerator<Scanned> {
  const examiners = new Examiners();
  const progress = toProgress();
  const under: Promise<Scanned>[] = [];
  let done = 0;
  try {
    for (let next = 0; done < files.length; done++) {
      while (next < files.length && under.length < AHEAD) {
        const one = judge(files[next++]!, examiners);
        // It is told when its turn comes; until then it must not end the process.
        one.catch(() => {});
        under.push(one);
      }
      progress.show('judge', done, files.length);
      const one = await under.shift()!;
      progress.end();
      yield one;
    }
  } finally {
    progress.end();
    examiners.close();
  }
}

async function judge(file: string, examiners: Examiners): Promise<Scanned> {
  const [said] = await examiners.examine(() => [read(file)], new Map());
  const findings = said!.findings.filter(({ rule }) => FAMILIES.has(rule.split('/')[0]!)).sort(compareFindings);
  return { file, verdict: toVerdict(findings), findings };
}

function read(file: string): FileToJudge {
  try {
    return { path: basename(file), bytes: readFileSync(file), isAttachment: true };
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? missing(file) : closed(file);
  }
}

function requireFile(file: string) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw missing(file);
  if (!stat.isFile()) throw new UsageError(`“${toName(file)}”不是文件。写上要查的文件。`);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw closed(file);
  }
}

const missing = (file: string) => new UsageError(`找不到“${toName(file)}”。核对文件名和路径。`);
const closed = (file: string) => new UsageError(`“${toName(file)}”读不出来。核对文件的权限和大小。`);
/** A name can hold what nobody must see. */
const toName = (file: string) => visible(quote(file, 200));

const toJson = (scanned: readonly Scanned[]) =>
  `${JSON.stringify(
    scanned.map(({ file, verdict, findings }) => ({
      file,
      verdict,
      findings: findings.map(({ rule, severity, where, message }) => ({ rule, severity, where, message })),
    })),
    null,
    2,
  )}\n`;

/** The file as it was given, unless its name holds what a rule found. */
function toLines({ file, verdict, findings }: Scanned): string[] {
  const shown = findings[0] ? file.slice(0, file.length - basename(file).length) + findings[0].file : file;
  return [`${visible(shown)} ${VERDICTS[verdict]}`, ...findings.map((finding) => `  ${toTextLine({ ...finding, file: shown })}`)];
}
