import { findType } from '../../model/types/index.ts';
import type { Outcome, Told } from './import-files.ts';

/** A report as data, for the terminal and for Markdown. */
export interface Report {
  title: string;
  summary: string[];
  sections: { heading: string; groups: { file: string; lines: string[] }[] }[];
}

type Taken = Extract<Outcome, { imported: Told }>;

/** What came over, what people owe, what is damaged and where, what was not taken and why. */
export function toReport(outcomes: readonly Outcome[], dryRun: boolean): Report {
  const taken = outcomes.filter((outcome): outcome is Taken => 'imported' in outcome);
  const fresh = taken.filter((outcome) => outcome.state === 'imported');
  const refused = outcomes.filter((outcome) => outcome.state === 'refused');
  const others = outcomes.filter((outcome) => outcome.state === 'ignored' || outcome.state === 'attached');
  const owed = fresh.flatMap(({ imported }) => imported.owed);
  const damage = fresh.flatMap(({ imported }) => imported.damage);
  return {
    title: dryRun ? '导入报告（试运行，没有写入）' : '导入报告',
    summary: [
      `文件 ${outcomes.length - others.length} 个：导入 ${fresh.length} 个，以前导入过 ${taken.length - fresh.length} 个，没能导入 ${refused.length} 个。`,
      `要补的字段 ${owed.length} 项（必填 ${owed.filter((each) => !each.optional).length} 项），损坏和存疑 ${damage.length} 处。`,
      '导入的都是草稿，没有索引号和发布日期，这两项在发布时由系统填写。',
    ],
    sections: [
      { heading: '导入了什么', groups: taken.map((outcome) => ({ file: outcome.file, lines: toLines(outcome, dryRun) })) },
      {
        heading: '要由人补的字段',
        groups: groupsOf(fresh, ({ owed }) => owed.map((each) => `${each.label}（${each.optional ? '选填' : '必填'}）：${each.message}`)),
      },
      {
        heading: '损坏和存疑的地方',
        groups: groupsOf(fresh, (imported) =>
          imported.damage.map((each) => `${placeOf(each, imported)}${each.quoted === '' ? '' : `：${each.quoted}`} —— ${each.message}`),
        ),
      },
      {
        heading: '没有带进正文的文字',
        groups: groupsOf(fresh, (imported) =>
          imported.dropped.map((each) => `${placeOf(each, imported)}：${each.text} —— ${each.reason}。`),
        ),
      },
      { heading: '写法上的改动', groups: groupsOf(fresh, ({ changes }) => changes) },
      {
        heading: '没能导入的文件',
        groups: refused.map(({ file, ...outcome }) => ({ file, lines: 'reason' in outcome ? [outcome.reason] : [] })),
      },
      {
        heading: '没有当作正文的文件',
        groups: others.map(({ file, state }) => ({
          file,
          lines: [state === 'attached' ? '已经作为附件或者图片带过来。' : '不是正文，也没有网页引用它。需要的话手工上传。'],
        })),
      },
    ].filter((section) => section.groups.length > 0),
  };
}

function toLines({ folder, state, imported }: Taken, dryRun: boolean): string[] {
  const { type, reason, fields, files, claimed_published_at: claimed, encoding } = imported;
  const where = state === 'exists' ? `以前导入过，没有覆盖：${folder}` : `${dryRun ? '将写入' : '写入'} ${folder}`;
  return [
    `标题：${typeof fields.title === 'string' ? fields.title : '（空，要补）'}`,
    where,
    `类型：${findType(type)?.label ?? type}（${reason}）`,
    ...(claimed ? [`原网页写的发布日期：${claimed}，记为“原网站标注的发布日期”。本站的发布日期由系统在发布时写入。`] : []),
    ...(files.length > 0 ? [`附件和图片：${files.map((file) => `${file.name}（原名 ${file.from}）`).join('、')}`] : []),
    ...(encoding && encoding !== 'UTF-8' ? [`原文件编码：${encoding}`] : []),
  ];
}

function groupsOf(taken: readonly Taken[], toLines: (imported: Told) => string[]) {
  return taken.map(({ file, imported }) => ({ file, lines: toLines(imported) })).filter((group) => group.lines.length > 0);
}

const placeOf = (place: { line: number; column: number }, { lineWord }: Told) => `第${place.line}${lineWord}第${place.column}字`;

/** The report for a terminal; long lists are cut when the whole stands in a file. */
export function toText(report: Report, most = Number.POSITIVE_INFINITY): string {
  const lines = [report.title, ...report.summary];
  for (const { heading, groups } of report.sections) {
    lines.push('', `【${heading}】`);
    for (const group of groups) {
      lines.push(group.file, ...group.lines.slice(0, most).map((line) => `  ${line}`));
      if (group.lines.length > most) lines.push(`  还有 ${group.lines.length - most} 条，见报告文件。`);
    }
  }
  return `${lines.map(printable).join('\n')}\n`;
}

/** The report as Markdown, for a file. */
export function toMarkdownReport(report: Report): string {
  const lines = [`# ${report.title}`, '', ...report.summary.map((line) => `- ${escaped(line)}`)];
  for (const { heading, groups } of report.sections) {
    lines.push('', `## ${heading}`);
    for (const group of groups) lines.push('', `### ${escaped(group.file)}`, '', ...group.lines.map((line) => `- ${escaped(line)}`));
  }
  return `${lines.join('\n')}\n`;
}

const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
const escaped = (text: string) => printable(text).replace(/[\\`*_[\]<>#|~&]/gu, '\\$&');
