import type { Emergency } from '../../checks/chain/emergencies.ts';
import { type Fault, short } from '../../checks/chain/faults.ts';
import type { ChainReport } from '../../checks/chain/verify-chain.ts';
import { MAIN_ACTS } from '../../cms/model/main-act.ts';
import type { ReleaseReport } from './verify-release.ts';

/** Faults that are printed; whoever has more is not helped by more of them. */
const MOST = 100;

/** What was verified, for people. */
export function toVerificationReport(chain: ChainReport, release: ReleaseReport | undefined): string {
  const { takenOver, acts, emergencies, notes } = chain;
  const done = Object.entries(acts).filter(([kind]) => kind !== 'takeOver');
  const faults = [...chain.faults.map(toLine), ...(release?.faults ?? []).map(({ path, message }) => `${path}：${message}`)];
  const lines = [
    `链条：main 上 ${chain.main.length} 次提交，连同草稿 ${chain.commits} 次，链头 ${chain.head}（${chain.at}）。`,
    ...(takenOver
      ? [
          `起点：${takenOver.at} 接收存量 ${takenOver.entries} 条。以前的 ${takenOver.before} 次提交按原样接收，内容和日期以原来所载为准，这里不作证明。`,
          ...(takenOver.claimed > 0
            ? [
                `导入：存量里有 ${takenOver.claimed} 条带着原网站标注的发布日期。这些日期没有签名可查，后来由本站发布的，证明得了的只是本站的发布日期。`,
              ]
            : []),
        ]
      : []),
    ...(done.length > 0
      ? [`此后：${done.map(([kind, count]) => `${MAIN_ACTS[kind as keyof typeof MAIN_ACTS] ?? '没有记录'} ${count} 次`).join('，')}。`]
      : []),
    ...(chain.keys.length > 0 ? [`密钥：${chain.keys.join('，后来换成 ')}`] : []),
    ...(emergencies.length > 0 ? [`紧急发布 ${emergencies.length} 次，由两名值班人员签字，二十四小时内补审：`] : []),
    ...emergencies.map((each) => `  ${toEmergencyLine(each)}`),
    ...notes.map((note) => `说明：${note}`),
    ...(release ? toReleaseLines(release) : ['网站：没有给出网站文件夹，只核对了链条。']),
    faults.length === 0 ? '结论：没有发现问题。' : `结论：发现 ${faults.length} 处问题。`,
    ...faults.slice(0, MOST).map((fault) => `  ${fault}`),
    ...(faults.length > MOST ? [`  ……还有 ${faults.length - MOST} 处，用 --format json 看全部。`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function toReleaseLines({ head, files, faults }: ReleaseReport): string[] {
  if (!head || files === 0) return ['网站：没有核对。'];
  const from = `${head.day}由 ${short(head.head)} 生成`;
  const differ = faults.filter(({ fault }) => fault !== 'undated').length;
  if (differ === 0) return [`网站：${from}，${files} 个文件都和内容库重新生成的逐字节相同。`];
  const hint = differ > files / 2 ? '大半文件都不同，可能网站是用另一个版本的程序生成的：换成那个版本再核对。' : '';
  return [`网站：${from}，应有 ${files} 个文件，${differ} 个不同。${hint}`];
}

/** What became of an emergency publication: a late review is told, and is nothing forged. */
function toEmergencyLine({ entry, commit, at, due, settled, isLate }: Emergency): string {
  const head = `${at} ${entry}（提交 ${short(commit)}），`;
  if (!settled) return `${head}${isLate ? `逾期未补审，应当在 ${due} 以前补审` : `应当在 ${due} 以前补审，还没有补审`}。`;
  const how = settled.by === 'confirm' ? '补审通过' : settled.by === 'publish' ? '审签后重新发布' : MAIN_ACTS[settled.by];
  return `${head}${settled.at} ${how}${isLate ? `，晚于应当补审的 ${due}` : '，按时'}。`;
}

function toLine({ commit, entry, message }: Fault): string {
  const where = [...(commit === undefined ? [] : [`提交 ${short(commit)}`]), ...(entry === undefined ? [] : [entry])];
  return where.length === 0 ? message : `${where.join('，')}：${message}`;
}
