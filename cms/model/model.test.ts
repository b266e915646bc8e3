import { describe, expect, test } from 'vitest';
import { COLUMN_KINDS } from './column.ts';
import { entryFields } from './entry-fields.ts';
import type { Field } from './field.ts';
import { toHandbook } from './handbook.ts';
import * as shapes from './shapes.ts';
import { EVERY_FORM, fieldsOf, groupsOf } from './testing/fields.ts';
import { faultsOf } from './testing/wording.ts';
import { types } from './types/index.ts';
import { ROLES } from './unit.ts';

const SAID = ['kind', 'label', 'help', 'optional'];
/** What a field of each kind may say; anything else is a slip of the pen that no compiler catches. */
const KEYS: Record<Field['kind'], string[]> = {
  text: ['min', 'max', 'lines', 'shape'],
  markdown: ['max'],
  day: [],
  moment: [],
  choice: ['options'],
  yes: [],
  integer: ['min', 'max'],
  numbers: ['columns'],
  reference: ['to'],
  file: ['accepts'],
  list: ['of', 'min', 'max'],
  group: ['fields'],
};

describe.each(Object.entries(EVERY_FORM))('%s', (form, fields) => {
  test('every field says what it is and what to write', () => {
    const faults = [...fieldsOf(fields, form)].flatMap(([path, field]) => faultsOfField(field).map((fault) => `${path} ${fault}`));
    expect(faults).toEqual([]);
  });

  test('no two fields of a group have one label', () => {
    for (const [path, group] of groupsOf(fields, form)) {
      const labels = Object.values(group).map(({ label }) => label);
      expect([path, labels.filter((label, index) => labels.indexOf(label) !== index)]).toEqual([path, []]);
      for (const name of Object.keys(group)) expect(name).toMatch(/^[a-z][a-z0-9_]*$/u);
    }
  });
});

function faultsOfField(field: Field): string[] {
  const faults = faultsOf(field.help).map((fault) => `help ${fault}`);
  if (!/^[^\s。：](?:[^。：]*[^\s。：])?$/u.test(field.label)) faults.push(`is called ${field.label}`);
  for (const key of Object.keys(field)) if (![...SAID, ...KEYS[field.kind]].includes(key)) faults.push(`has ${key}`);
  if ((field.kind === 'text' || field.kind === 'integer' || field.kind === 'list') && (field.min ?? 0) > field.max)
    faults.push('min > max');
  if (field.kind === 'text' && field.shape) faults.push(...faultsOf(`${field.shape.words}。`).map((fault) => `shape ${fault}`));
  if (field.kind === 'choice') {
    const labels = Object.values(field.options);
    if (new Set(labels).size < labels.length) faults.push('has two choices of one label');
    for (const key of Object.keys(field.options)) if (!/^[a-z][a-z-]*$/u.test(key)) faults.push(`has the choice ${key}`);
  }
  if (field.kind === 'numbers' && new Set(field.columns).size < field.columns.length) faults.push('has two columns of one name');
  return faults;
}

describe('types', () => {
  test.each(types.map((type) => [type.name, type] as const))('%s can be told from the others and has a place', (name, type) => {
    expect(name).toMatch(/^[a-z-]+$/u);
    expect(faultsOf(type.use)).toEqual([]);
    expect(types.filter(({ label }) => label === type.label)).toHaveLength(1);
    expect(type.columns.length).toBeGreaterThan(0);
    expect(new Set(type.signOffs).size).toBe(type.signOffs.length);
    for (const role of type.signOffs) expect(Object.keys(ROLES)).toContain(role);
    expect(Object.keys(type.fields).filter((field) => field in entryFields)).toEqual([]);
  });

  test('every kind of column takes some type', () => {
    const taken = new Set(types.flatMap(({ columns }) => [...columns] as string[]));
    expect(Object.keys(COLUMN_KINDS).filter((kind) => !taken.has(kind))).toEqual([]);
  });
});

describe('shapes', () => {
  test.each(Object.entries(shapes))('%s fits the example in its own words', (_, { pattern, words }) => {
    expect(faultsOf(`${words}。`)).toEqual([]);
    const [, example] = /例如 (\S+)$/u.exec(words) ?? [];
    if (example) expect(example).toMatch(pattern);
    expect(pattern.flags).toBe('u');
  });

  const TABLE: [keyof typeof shapes, right: string[], wrong: string[]][] = [
    [
      'INDEX_NUMBER',
      ['990101001/202612-00001'],
      [
        '990101001/202613-00001',
        '990101001/202600-00001',
        '99010100/202601-00001',
        '990101001/202601-1',
        ' 990101001/202601-00001',
        '990101001/202601-00001\n',
        '990101001／202601-00001',
      ],
    ],
    [
      'DOCUMENT_NUMBER',
      ['清政办发〔2026〕12号', '清政〔1998〕1号', '清岚县人民政府令第12号', '2026年第3号'],
      [
        '清政办发[2026]12号',
        '清政办发（2026）12号',
        '清政办发〔2026〕第12号',
        '清政办发〔2026〕012号',
        '清政办发〔26〕12号',
        '〔2026〕12号',
      ],
    ],
    [
      'PHONE',
      ['0900-5550101', '010-12345678', '0900-5550101转12', '12345', '400-123-4567'],
      ['13800000000', '5550101', '0900 5550101', '0900—5550101', '０９００-5550101'],
    ],
    [
      'WEB_ADDRESS',
      ['http://a.b', 'https://a.example/b?c=d#e'],
      ['www.a.example', 'javascript:alert(1)', 'https://a b', 'ftp://a.example', 'https://"x'],
    ],
    [
      'LINK',
      ['/', '/dept/a/', 'https://a.example/'],
      ['//a.example', 'javascript:alert(1)', 'data:text/html,x', 'dept/a', '/a b', '\\\\a'],
    ],
    ['REDIRECT_TARGET', ['/policies/', '990101001/202601-00001'], ['https://a.example/', '//a.example', 'policies', '990101001/202601-1']],
    [
      'MAIL',
      ['xxb@qinglan.example', 'a.b-c_d@e-f.gov.cn'],
      ['xxb@qinglan', 'xxb＠qinglan.example', '@qinglan.example', 'xxb@qinglan.example,', '局@qinglan.example'],
    ],
    [
      'FILE_NAME',
      ['a.pdf', '附件（一）〔2026〕.docx', 'a.b-c_d.xlsx'],
      ['附件 1.docx', '.hidden.md', 'a', 'a.', '../a.pdf', 'a/b.pdf', 'a\\b.pdf', 'a.pdf\n', 'a?.pdf', "a'.pdf", 'a.中文'],
    ],
    ['ID', ['a', 'a-1', '2026'], ['-a', 'A', 'a_b', 'a.b', '', '局', `a${'b'.repeat(60)}`]],
    ['CODE', ['990101001'], ['99010100', '9901010011', '99010100x', '９９０１０１００１']],
    ['SITE_CODE', ['9901010001', 'bm12345678'], ['990101000', 'BM12345678', '99010100011']],
    [
      'HOST',
      ['www.qinglan.gov.example'],
      ['https://www.qinglan.gov.example', 'www.qinglan.gov.example/', 'localhost', 'WWW.a.example', '清岚.example'],
    ],
    [
      'OLD_PATH',
      ['/a.html', '/旧/闻/', '/a/b.shtml'],
      ['/', 'a.html', '/a?b=c', '/a b', '/../a', '//a', '/a//b', '/.a', '/a#b', 'https://a.example/a'],
    ],
  ];
  test.each(TABLE)('%s', (name, right, wrong) => {
    const [, { pattern }] = Object.entries(shapes).find(([each]) => each === name)!;
    expect(right.filter((text) => !pattern.test(text))).toEqual([]);
    expect(wrong.filter((text) => pattern.test(text))).toEqual([]);
  });
});

test('the handbook has a row for every field and no broken row', () => {
  const handbook = toHandbook();
  const rows = handbook.split('\n').filter((line) => line.startsWith('|'));
  for (const row of rows) expect(row.split('|')).toHaveLength(7);
  for (const [form, fields] of Object.entries(EVERY_FORM))
    for (const [path, field] of fieldsOf(fields, form)) {
      const [last] = path.split('.').slice(-1);
      if (!last?.endsWith('[]')) expect(handbook, path).toContain(`${last}\` | ${field.label} |`);
    }
  expect(handbook).toContain('| `title` | 标题 | 必填 | 文字，2 到 100 字 | 写清谁、什么事；公文写全称。 |');
});
