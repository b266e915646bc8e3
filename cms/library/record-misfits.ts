import type { Alert } from '../model/alert.ts';
import type { Column } from '../model/column.ts';
import type { Duty } from '../model/duty.ts';
import type { Portal, Redirect, Topic } from '../model/portal.ts';
import { quote } from '../model/quote.ts';
import { findType } from '../model/types/index.ts';
import type { Unit } from '../model/unit.ts';
import { findPage, isIndexNumber, partsOf, RESERVED, RESERVED_IN_UNIT } from './addresses.ts';
import type { RecordKind } from './records.ts';

/** All records that are right in themselves. */
export interface RecordSet {
  portal: Portal | undefined;
  /** In their order. */
  units: readonly Unit[];
  columns: readonly Column[];
  duties: readonly Duty[];
  topics: readonly Topic[];
  redirects: readonly Redirect[];
  alerts: readonly Alert[];
  /** Whether a record of this name is there but must be mended first. */
  isBroken(kind: RecordKind, id: string): boolean;
  /** Kinds of which some record must be mended first. */
  broken: ReadonlySet<RecordKind>;
}

/** What records name outside themselves. */
export interface Surroundings {
  hasFile(path: string): boolean;
  /** Whether there is a public entry with this index number. */
  isPublic(number: string): boolean;
}

export interface RecordMisfit {
  kind: RecordKind;
  id: string;
  field: (string | number)[];
  message: string;
}

/** What is wrong with records that their own file cannot tell. All of them stay in use. */
export function findRecordMisfits(records: RecordSet, surroundings: Surroundings): RecordMisfit[] {
  const misfits: RecordMisfit[] = [];
  const sayer =
    (kind: RecordKind, id: string): Say =>
    (field, message) =>
      misfits.push({ kind, id, field, message });
  const known = toKnown(records);

  judgeCounty(records, sayer);
  const codes = new Map<string, Unit>();
  for (const unit of [...records.units].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const say = sayer('unit', unit.id);
    const first = codes.get(unit.code);
    if (first) say(['code'], `“单位编码”${unit.code} 和${first.short_name}的一样。换成本单位自己的编码。`);
    else codes.set(unit.code, unit);
    judgeColumns(unit.columns, ['columns'], known, say);
    judgeImage('横幅图片', unit.banner, ['banner'], surroundings, say);
    if (unit.supervisor !== undefined && !known.has('unit', unit.supervisor))
      say(['supervisor'], `“主管部门”里的“${quote(unit.supervisor)}”不存在。写单位文件的名称。`);
    judgeWatch(unit, say);
    if (unit.kind !== 'county')
      unit.columns.forEach((id, index) => {
        if (RESERVED_IN_UNIT.includes(id)) say(['columns', index], `“栏目”里的“${id}”和网站自己的网址相同。换一个栏目代码。`);
      });
  }
  for (const column of records.columns) {
    const say = sayer('column', column.id);
    judgeColumns(column.gathers ?? [], ['gathers'], known, say, '汇集栏目');
    if (known.county?.columns.includes(column.id) && RESERVED.includes(column.id))
      say(['id'], `“栏目代码”${column.id} 和网站自己的网址相同，县政府的这个栏目会打不开。换一个代码。`);
  }
  for (const duty of records.duties) judgeDuty(duty, known, sayer('duty', duty.id));
  for (const topic of records.topics) {
    const say = sayer('topic', topic.id);
    if (!known.has('unit', topic.unit)) say(['unit'], `“主办单位”里的“${quote(topic.unit)}”不存在。写单位文件的名称。`);
    judgeImage('专题图片', topic.image, ['image'], surroundings, say);
  }
  if (records.portal) judgePortal(records.portal, known, surroundings, sayer('portal', 'portal'));
  judgeRedirects(records, known, surroundings, sayer);
  for (const alert of records.alerts) judgeAlert(alert, known, surroundings, sayer('alert', alert.id));
  return misfits;
}

type Say = (field: (string | number)[], message: string) => void;
type Known = ReturnType<typeof toKnown>;

function toKnown(records: RecordSet) {
  const units = new Map(records.units.map((unit) => [unit.id, unit]));
  const columns = new Map(records.columns.map((column) => [column.id, column]));
  return {
    county: records.units.find(({ kind }) => kind === 'county'),
    unit: (id: string) => units.get(id),
    column: (id: string) => columns.get(id),
    /** Whether it is there; what must be mended first is reported where it is wrong. */
    has: (kind: 'unit' | 'column', id: string) => (kind === 'unit' ? units : columns).has(id) || records.isBroken(kind, id),
  };
}

function judgeCounty({ units, broken }: RecordSet, sayer: (kind: RecordKind, id: string) => Say) {
  const [first, ...others] = units.filter(({ kind }) => kind === 'county');
  if (!first && !broken.has('unit'))
    sayer('portal', 'portal')([], '没有县政府这个单位，首页和门户栏目无处可放。在 units/ 里补上“单位类别”是 county 的单位。');
  for (const { id } of others) sayer('unit', id)(['kind'], `县政府只能有一个，已经有 ${first?.id}。把这个单位改成别的类别。`);
}

function judgeColumns(ids: readonly string[], path: (string | number)[], known: Known, say: Say, label = '栏目') {
  ids.forEach((id, index) => {
    if (!known.has('column', id)) say([...path, index], `“${label}”里的“${quote(id)}”不存在。从栏目表里选一个，或者删去。`);
  });
}

function judgeWatch({ people }: Unit, say: Say) {
  for (const [index, { roles, on_watch: days = [] }] of people.entries()) {
    const at = ['people', index, 'on_watch'];
    if (days.length > 0 && !roles.includes('watch')) say(at, '写了“值班日期”，“角色”里却没有“值班”。加上角色，或者删去日期。');
    for (const [nth, { from, until }] of days.entries())
      if (until < from) say([...at, nth, 'until'], '“到哪天止”早于“从哪天起”，这几天不算值班。改正日期。');
  }
}

function judgeImage(label: string, name: string | undefined, field: (string | number)[], { hasFile }: Surroundings, say: Say) {
  if (name !== undefined && !hasFile(`images/${name}`)) say(field, `“${label}”${quote(name)} 不在 images/ 里。补上图片，或者改正文件名。`);
}

function judgeDuty(duty: Duty, known: Known, say: Say) {
  duty.units?.forEach((id, index) => {
    if (!known.has('unit', id)) say(['units', index], `“指定单位”里的“${quote(id)}”不存在。写单位文件的名称。`);
  });
  duty.proof.forEach((name, index) => {
    if (!findType(name)) say(['proof', index], `“证明方式”里的“${quote(name)}”不是内容类型。写内容手册里的类型代码，例如 disclosure。`);
  });
  const { kind, days, date } = duty.clock;
  if ((kind === 'days' || kind === 'working-days') && days === undefined) say(['clock'], '“公开时限”按天数计算，却没有“天数”。补上天数。');
  if (kind === 'yearly' && date === undefined) say(['clock'], '“公开时限”是每年规定日期前，却没有“截止日期”。补上月和日。');
}

function judgeAlert({ units, entry, from, until }: Alert, known: Known, { isPublic }: Surroundings, say: Say) {
  units?.forEach((id, index) => {
    if (!known.has('unit', id)) say(['units', index], `“在哪些单位显示”里的“${quote(id)}”不存在。写单位文件的名称。`);
  });
  if (entry !== undefined && !isPublic(entry)) say(['entry'], `“详细内容”里的索引号 ${entry} 没有公开的条目。核对索引号。`);
  if (until < from) say(['until'], '“结束日期”在“开始日期”之前，提示不会显示。改正日期。');
}

function judgePortal(portal: Portal, known: Known, surroundings: Surroundings, say: Say) {
  judgeImage('首页大图', portal.hero.file, ['hero', 'file'], surroundings, say);
  const seen = new Set<string>();
  for (const [index, { id, columns }] of portal.channels.entries()) {
    const at = ['channels', index, 'id'];
    if (RESERVED.includes(id)) say(at, `“频道代码”${id} 和网站自己的网址相同，频道会打不开。换一个代码。`);
    else if (seen.has(id)) say(at, `“频道代码”${id} 写了两次。换一个代码。`);
    else if (known.county?.columns.includes(id))
      say(at, `“频道代码”${id} 和县政府的栏目“${known.column(id)?.name ?? id}”网址相同，栏目会打不开。换一个频道代码。`);
    seen.add(id);
    judgeColumns(columns, ['channels', index, 'columns'], known, say);
    for (const [place, column] of columns.entries())
      if (known.county && known.column(column) && !known.county.columns.includes(column))
        say(
          ['channels', index, 'columns', place],
          `县政府没有开设“${known.column(column)?.name}”栏目。在县政府的单位文件里加上，或者从频道里删去。`,
        );
  }
}

function judgeRedirects(
  records: RecordSet,
  known: Known,
  { hasFile, isPublic }: Surroundings,
  sayer: (kind: RecordKind, id: string) => Say,
) {
  const topics = new Set(records.topics.map(({ id }) => id));
  const old = new Map<string, string>();
  const site = {
    tops: new Set([...(records.portal?.channels.map(({ id }) => id) ?? []), ...(known.county?.columns ?? [])]),
    unit: known.unit,
    hasTopic: (id: string) => topics.has(id),
    hasFile,
  };
  // While a record that makes addresses must be mended first, nothing is said about addresses.
  const isWhole = records.portal !== undefined && !records.broken.has('unit') && !records.broken.has('topic');
  for (const { from } of records.redirects) {
    const path = partsOf(from).join('/');
    const first = old.get(path);
    if (first !== undefined) sayer('redirect', from)(['from'], `“旧地址”${from} 和 ${first} 是同一个地址。留下一个，删去另一个。`);
    else old.set(path, from);
    if (findPage(from, site) === 'page')
      sayer('redirect', from)(['from'], `“旧地址”${from} 现在是本站的页面，这一条不起作用。删去这一条。`);
  }
  for (const { from, to } of records.redirects) {
    const say = sayer('redirect', from);
    const path = partsOf(to).join('/');
    if (isIndexNumber(to)) {
      if (!isPublic(to)) say(['to'], `“新地址”里的索引号 ${to} 没有公开的条目。核对索引号。`);
    } else if (path === partsOf(from).join('/')) say(['to'], '“新地址”和“旧地址”是同一个地址。改成另一个地址，或者删去这一条。');
    else if (isWhole && !old.has(path) && findPage(to, site) === 'none')
      say(['to'], `“新地址”${to} 在本站没有页面。核对地址，或者写条目的索引号。`);
  }
}
