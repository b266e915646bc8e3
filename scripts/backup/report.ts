import type { Drill } from './drill.ts';
import type { Restored } from './restore-into.ts';

/** Whether everything that was restored, and tried, is as it was saved. */
export const isSound = ({ wrong }: Restored, tried?: Drill): boolean =>
  wrong.length === 0 && (!tried || (tried.wrong.length === 0 && tried.chain.length === 0 && tried.office === 200));

/** A dated report in Markdown for the county's files. @param day YYYY-MM-DD HH:MM @param seconds that it took */
export function toReport(backup: string, restored: Restored, tried: Drill, { at, seconds }: { at: string; seconds: number }): string {
  const { manifest, commits, refs, accounts, lines, wrong } = restored;
  const rows = [
    ['备份', `${backup}，${manifest.madeAt} 所做`],
    ['备份的文件', `${Object.keys(manifest.files).length} 个，校验码全部一致`],
    ['内容库', `main 在 ${manifest.main}，共 ${commits} 次提交、${refs} 个分支和引用，对象齐全`],
    [
      '责任记录',
      tried.chain.length === 0
        ? '每次提交的签名、时间、签字都核对过，没有问题'
        : `有问题：${[...new Set(tried.chain)].slice(0, 10).join('')}`,
    ],
    ['账号', `${accounts} 个`],
    ['审计记录', wrong.length === 0 ? `${lines} 行，逐行衔接，没有改动` : `${lines} 行，有问题：${wrong.join('')}`],
    ['网站', manifest.release === '' ? '备份时还没有发布' : `发布编号 ${manifest.release}，由恢复出来的文件重新算出，一致`],
    [
      '逐个取回',
      tried.wrong.length === 0
        ? `${tried.fetched} 个文件，全部一致`
        : `${tried.fetched} 个文件，${tried.wrong.length} 个不一致：${tried.wrong.slice(0, 10).join('、')}`,
    ],
    ['办公平台', tried.office === 200 ? '在恢复出来的数据上打开，登录页正常' : `没有打开：${tried.office}`],
    ['用时', `${seconds} 秒`],
  ];
  return [
    '# 恢复演练报告',
    '',
    `演练时间：${at}（北京时间）`,
    '',
    `结论：${isSound(restored, tried) ? '备份完整，可以恢复使用。' : '备份有问题，见下表。马上查明原因，重新备份，再演练一次。'}`,
    '',
    '| 项目 | 结果 |',
    '| --- | --- |',
    ...rows.map(([name, result]) => `| ${name} | ${result!.replaceAll('|', '\\|')} |`),
    '',
  ].join('\n');
}
