import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { Examiners } from '../checks/engine/examiners.ts';
import { type Finding, toVerdict, type Verdict } from '../checks/finding.ts';
import { toTextLine } from '../checks/report/text.ts';
import { UsageError } from './exit.ts';

/** Families that judge any file, whatever library it is for. */
const FAMILIES = new Set(['secrecy', 'privacy', 'attachment']);
const VERDICTS: Record<Verdict, string> = { block: '不能公开', warn: '要由人看过', pass: '没有发现问题' };

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
  .action(async (files: string[], { format }: { format: string }) => {
    if (format !== 'text' && format !== 'json') throw new UsageError('--format 只能是 text 或者 json。');
    const scanned = await scan(files);
    console.log(format === 'json' ? toJson(scanned) : scanned.flatMap(toLines).join('\n'));
    if (scanned.some(({ verdict }) => verdict === 'block')) process.exitCode = 1;
  });

async function scan(files: readonly string[]): Promise<Scanned[]> {
  const examiners = new Examiners(new Map());
  try {
    const read = files.map((file) => ({ path: basename(file), bytes: readOrRefuse(file), isAttachment: true }));
    return await Promise.all(
      read.map(async (file, at) => {
        const findings = (await examiners.examine(file)).filter(({ rule }) => FAMILIES.has(rule.split('/')[0]!));
        return { file: files[at]!, verdict: toVerdict(findings), findings };
      }),
    );
  } finally {
    examiners.close();
  }
}

function readOrRefuse(file: string): Uint8Array {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`找不到“${file}”。核对文件名和路径。`);
  if (!stat.isFile()) throw new UsageError(`“${file}”不是文件。写上要查的文件。`);
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`“${file}”读不出来。核对文件的权限。`);
  }
}

const toJson = (scanned: readonly Scanned[]) =>
  JSON.stringify(
    scanned.map(({ file, verdict, findings }) => ({
      file,
      verdict,
      findings: findings.map(({ rule, severity, where, message }) => ({ rule, severity, where, message })),
    })),
    null,
    2,
  );

const toLines = ({ file, verdict, findings }: Scanned) => [
  `${file} ${VERDICTS[verdict]}`,
  ...findings.map((finding) => `  ${toTextLine({ ...finding, file })}`),
];
