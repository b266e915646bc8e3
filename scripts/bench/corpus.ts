import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { type Article, toArticle, toRandom } from './text.ts';

const UNITS = 40;
const COLUMNS = ['news', 'works', 'meetings', 'visits', 'projects', 'services', 'people', 'culture'];
const NAMES = ['工作动态', '重点工作', '会议活动', '调查研究', '项目建设', '便民服务', '队伍建设', '文化活动'];

/** A drawing, which no generator has to make smaller. */
const HERO = 'hero.svg';
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 8 4 0l4 8z"/></svg>\n';

/** The day after the newest article of every corpus; builds are made as of this day. */
export const NEW_DAY = '2026-11-16';

/** An article as each generator is given it. */
export interface BenchEntry extends Article {
  unit: string;
  column: string;
  /** YYYY-MM-DD HH:MM */
  publishedAt: string;
  number: string;
  /** Path of the entry's folder in a content root. */
  folder: string;
}

/** The articles of a corpus of N, oldest first within each unit; always the same for one N. */
export function* toEntries(count: number): Generator<BenchEntry> {
  const random = toRandom(20261122);
  const sequences = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const unit = index % UNITS;
    const column = COLUMNS[Math.floor(index / UNITS) % COLUMNS.length]!;
    const day = new Date(Date.UTC(2022, 0, 1) + Math.floor((index / count) * 1780) * 86_400_000).toISOString().slice(0, 10);
    const key = `${unit} ${day.slice(0, 7)}`;
    const sequence = (sequences.get(key) ?? 0) + 1;
    sequences.set(key, sequence);
    const publishedAt = `${day} ${String(8 + (index % 10)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    yield toEntry(toArticle(random), { unit, column, publishedAt, sequence });
  }
}

/** An article that is newer than any corpus: the nth that is published into one, always in the same column. */
export function toNewEntry(nth: number): BenchEntry {
  const publishedAt = `${NEW_DAY} ${String(8 + Math.floor(nth / 60)).padStart(2, '0')}:${String(nth % 60).padStart(2, '0')}`;
  return toEntry(toArticle(toRandom(nth)), { unit: 0, column: COLUMNS[0]!, publishedAt, sequence: 90_000 + nth });
}

function toEntry(
  article: Article,
  { unit, column, publishedAt, sequence }: { unit: number; column: string; publishedAt: string; sequence: number },
): BenchEntry {
  const month = publishedAt.slice(0, 7).replace('-', '');
  const code = `9901${String(10_001 + unit).padStart(5, '0')}`;
  const slug = `${month}-${String(sequence).padStart(5, '0')}`;
  const id = `unit-${String(unit + 1).padStart(2, '0')}`;
  return {
    ...article,
    unit: id,
    column,
    publishedAt,
    number: `${code}/${slug}`,
    folder: `entries/${id}/news/${month.slice(0, 4)}/${slug}`,
  };
}

export function toMarkdown(entry: BenchEntry, more: Record<string, unknown> = {}): string {
  const fields = {
    title: entry.title,
    column: entry.column,
    index_number: entry.number,
    published_at: entry.publishedAt,
    summary: entry.summary,
    ...more,
  };
  return `---\n${dump(fields, { lineWidth: -1 })}---\n\n${entry.body}\n`;
}

/** Writes a content root with N articles in 40 units of 8 columns each. @param of those of a larger corpus, the oldest of them */
export function writeCorpus(root: string, count: number, of = count) {
  for (const folder of ['units', 'images']) mkdirSync(join(root, folder), { recursive: true });
  for (const name of ['mark.svg', HERO]) writeFileSync(join(root, 'images', name), PICTURE);
  writeFileSync(join(root, 'portal.yaml'), dump(toPortal()));
  writeFileSync(join(root, 'columns.yaml'), dump(toColumns()));
  for (const { id, ...unit } of toUnits()) writeFileSync(join(root, 'units', `${id}.yaml`), dump(unit));
  for (const entry of toEntries(of).take(count)) {
    mkdirSync(join(root, entry.folder), { recursive: true });
    writeFileSync(join(root, entry.folder, 'index.md'), toMarkdown(entry));
  }
}

export function toColumns() {
  return COLUMNS.map((id, index) => ({
    id,
    name: NAMES[index]!,
    kind: 'news' as const,
    freshness: 'fortnight',
    description: `${NAMES[index]}栏目，刊登本单位的有关情况。`,
    keywords: ['动态'],
  }));
}

/** The county and the units whose articles the corpus holds. */
export const toUnits = () => Array.from({ length: UNITS + 1 }, (_, unit) => toUnit(unit));

function toUnit(unit: number) {
  const phone = '0900-5550000';
  const name = unit === 0 ? '试验县人民政府' : `试验县第${unit}单位`;
  return {
    id: unit === 0 ? 'county' : `unit-${String(unit).padStart(2, '0')}`,
    name,
    short_name: unit === 0 ? '县政府' : `第${unit}单位`,
    kind: unit === 0 ? ('county' as const) : unit > 30 ? ('township' as const) : ('department' as const),
    code: unit === 0 ? '990100000' : `9901${10_000 + unit}`,
    order: unit,
    theme: 'indigo',
    motto: '为测量速度而设的单位。',
    duties: ['负责本单位日常工作。', '负责信息公开。', '负责便民服务。'],
    offices: [{ name: '办公室', duty: '综合协调。', phone }],
    leaders: [{ name: '试一', post: '主要负责人', in_charge_of: '全面工作' }],
    address: '试验路1号',
    postcode: '990100',
    hours: '工作日 9:00—17:00',
    phone,
    mail: 'bench@qinglan.gov.example',
    supervision_phone: phone,
    disclosure_office: '办公室',
    columns: COLUMNS,
    people: ['editor', 'review', 'secrecy', 'approval', 'office'].map((role, index) => ({
      id: `p${unit}-${index}`,
      name: `试${index + 1}`,
      post: '科员',
      roles: [role],
    })),
  };
}

export function toPortal() {
  return {
    name: '试验县人民政府',
    place: '试验县',
    host: 'www.bench.gov.example',
    site_code: '9901000001',
    description: '为测量速度而设的门户网站。',
    keywords: ['试验'],
    sponsor: '试验县人民政府',
    operator: '试验县信息办',
    phone: '0900-5550000',
    mail: 'bench@qinglan.gov.example',
    address: '试验路1号',
    icp: '试ICP备00000000号',
    psb: '试公网安备00000000000000号',
    badge: 'https://bszs.bench.gov.example/',
    hero: { file: HERO, alt: '试验' },
    channels: ['about', 'press', 'open'].map((id, index) => ({
      id,
      name: `频道${index + 1}`,
      description: '频道',
      columns: COLUMNS.slice(index * 2, index * 2 + 2),
    })),
    services: [],
    links: [],
  };
}
