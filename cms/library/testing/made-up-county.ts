import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';

/** A small county for tests: its content as data, and as files once it is written. */
export interface MadeUpCounty {
  /** Contents of files by path from the content root. */
  files: Map<string, string>;
}

export const UNITS = { county: '990101000', school: '990101003', valley: '990101101' } as const;
export type UnitId = keyof typeof UNITS;

/** A county of three units with a handful of entries of several types. */
export function makeCounty(): MadeUpCounty {
  const files = new Map<string, string>();
  files.set('portal.yaml', dump(toPortal()));
  files.set('columns.yaml', dump(toColumns()));
  for (const [index, id] of (Object.keys(UNITS) as UnitId[]).entries()) files.set(`units/${id}.yaml`, dump(toUnit(id, index)));
  files.set(
    'topics/spring.yaml',
    dump({ title: '春季专题', summary: '春季的各项工作。', unit: 'county', opened_on: '2026-02-01', on_home: true }),
  );
  files.set('redirects.yaml', dump([{ from: '/old/1.html', to: '990101003/202603-00001' }]));
  files.set('images/mark.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 8 4 0l4 8z"/></svg>\n');
  for (let n = 1; n <= 3; n++)
    addEntry(files, 'school', 'news', n, { title: `第${n}次教研活动`, topics: n === 1 ? ['spring'] : undefined });
  addEntry(files, 'valley', 'news', 1, { title: '山谷乡修通道路' });
  addEntry(files, 'county', 'policy', 1, {
    title: '试验县道路管护办法',
    column: 'policies',
    document_number: '试政发〔2026〕1号',
    document_kind: 'measures',
    issuers: ['试验县人民政府'],
    document_date: '2026-03-01',
    validity: 'in-force',
    subject: 'industry',
  });
  addEntry(files, 'school', 'public-list', 9, {
    title: '优秀教师公示',
    column: 'lists',
    starts_on: '2026-03-02',
    ends_on: '2026-03-08',
    basis: '教育系统表彰办法第三条',
    has_personal_data: true,
    objection: { unit: '人事股', phone: '0900-5550031', address: '书院路2号' },
  });
  return { files };
}

/** Adds an entry with the common fields filled in; fields that are undefined are left out. */
export function addEntry(
  files: Map<string, string>,
  unit: UnitId,
  type: string,
  sequence: number,
  fields: Record<string, unknown>,
  body = '正文第一段。\n\n正文第二段。',
) {
  const slug = `202603-${String(sequence).padStart(5, '0')}`;
  const data = {
    title: '标题',
    column: 'news',
    index_number: `${UNITS[unit]}/${slug}`,
    published_at: `2026-03-${String((sequence % 28) + 1).padStart(2, '0')} 09:30`,
    ...fields,
  };
  files.set(`entries/${unit}/${type}/2026/${slug}/index.md`, `---\n${dump(data, { skipInvalid: true })}---\n\n${body}\n`);
}

/** Writes the county into a folder, so that the folder holds its files and no others. */
export function writeCounty(root: string, county: MadeUpCounty, before?: MadeUpCounty) {
  for (const path of before?.files.keys() ?? []) if (!county.files.has(path)) rmSync(join(root, path), { force: true });
  for (const [path, text] of county.files) {
    if (before?.files.get(path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const column = (id: string, name: string, kind: string, gathers?: string[]) => ({
  id,
  name,
  kind,
  freshness: 'year',
  description: `${name}栏目。`,
  keywords: [name],
  ...(gathers && { gathers }),
});

export function toColumns() {
  return [
    column('news', '工作动态', 'news'),
    column('all-news', '各地动态', 'news', ['news']),
    column('policies', '政策文件', 'policy'),
    column('interpretation', '政策解读', 'interpretation'),
    column('lists', '公示', 'list', ['lists']),
  ];
}

export function toUnit(id: UnitId, order: number) {
  const phone = '0900-5550000';
  const name = { county: '试验县人民政府', school: '试验县教育局', valley: '试验县山谷乡人民政府' }[id];
  return {
    name,
    short_name: { county: '县政府', school: '教育局', valley: '山谷乡' }[id],
    kind: { county: 'county', school: 'department', valley: 'township' }[id],
    code: UNITS[id],
    order,
    theme: 'pine',
    motto: `${name}为群众办事。`,
    duties: ['第一项职责。', '第二项职责。', '第三项职责。'],
    offices: [{ name: '办公室', duty: '综合协调。', phone }],
    leaders: [{ name: '试一', post: '主要负责人', in_charge_of: '全面工作' }],
    address: '试验路1号',
    postcode: '990100',
    hours: '工作日 9:00—17:00',
    phone,
    mail: `${id}@test.gov.example`,
    supervision_phone: phone,
    disclosure_office: '办公室',
    columns: {
      county: ['all-news', 'policies', 'interpretation', 'lists'],
      school: ['news', 'lists', 'policies', 'interpretation'],
      valley: ['news', 'lists'],
    }[id],
    people: ['editor', 'review', 'secrecy', 'approval'].map((role) => ({ id: `${id}-${role}`, name: '试人', post: '科员', roles: [role] })),
  };
}

export function toPortal() {
  return {
    name: '试验县人民政府',
    place: '试验县',
    host: 'www.test.gov.example',
    site_code: '9901010001',
    description: '试验县的门户网站。',
    keywords: ['试验'],
    sponsor: '试验县人民政府',
    operator: '试验县信息办',
    phone: '0900-5550000',
    mail: 'portal@test.gov.example',
    address: '试验路1号',
    icp: '试ICP备00000000号',
    psb: '试公网安备00000000000000号',
    badge: 'https://badge.test.gov.example/',
    hero: { file: 'mark.svg', alt: '试验县城' },
    channels: [
      { id: 'press', name: '新闻', description: '新闻频道。', columns: ['all-news'] },
      { id: 'open', name: '公开', description: '公开频道。', columns: ['policies', 'interpretation'] },
      { id: 'notice-board', name: '公示', description: '公示频道。', columns: ['lists'] },
    ],
    services: [],
    links: [],
  };
}
