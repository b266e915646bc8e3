import fc from 'fast-check';
import type { Field, Fields } from '../field.ts';
import * as shapes from '../shapes.ts';

/** Texts of every shape of the model. */
const TEXTS: Record<keyof typeof shapes, string[]> = {
  INDEX_NUMBER: ['990101001/202603-00012'],
  DOCUMENT_NUMBER: ['清政办发〔2026〕12号', '清岚县人民政府令第3号', '2026年第1号'],
  PHONE: ['0900-5550101', '12345', '400-123-4567'],
  WEB_ADDRESS: ['https://www.qinglan.example/a?b=c'],
  LINK: ['/dept/education/', 'https://www.qinglan.example/'],
  REDIRECT_TARGET: ['/policies/', '990101001/202603-00012'],
  MAIL: ['xxb@qinglan.example'],
  FILE_NAME: ['fujian-1.docx', '附件（一）.pdf'],
  FORGE_ACCOUNT: ['li-ming', 'ops_2'],
  ID: ['education', 'a', '2026-plan'],
  CODE: ['990101001'],
  SITE_CODE: ['9901010001', 'bm12345678'],
  HOST: ['www.qinglan.gov.example'],
  OLD_PATH: ['/art/2021/3/12/art_1.html', '/旧闻/'],
};
const SHAPED = new Map(Object.entries(shapes).map(([name, { pattern }]) => [pattern.source, TEXTS[name as keyof typeof shapes]]));
SHAPED.set('^\\d{6}$', ['990100']);
SHAPED.set('^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$', ['01-31']);

/** Characters that people and machines write, the awkward ones among them. */
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'政府信息公开年月日，。《》“”（）') },
  { weight: 2, arbitrary: fc.constantFrom(...'abcXYZ0189 -_/:.@') },
  { weight: 1, arbitrary: fc.constantFrom('𠮷', '👨‍👩‍👧', 'é', '\u200b', '\u3000', '\t', '\n', '\r', '\u2028', '\0', '\ud800') },
);
const words = (max: number) => fc.string({ unit: character, maxLength: max });

/** A value that the field takes. */
function fitting(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text': {
      const texts = field.shape && SHAPED.get(field.shape.pattern.source);
      if (field.shape && !texts) throw new Error(`no examples for ${field.shape.pattern.source}`);
      if (texts) return fc.constantFrom(...texts.filter((text) => text.length <= field.max));
      return fc
        .integer({ min: field.min ?? 1, max: Math.min(field.max, 40) })
        .map((length) => `${'字'.repeat(length - 1)}𠮷${field.lines && length < field.max ? '\n' : ''}`);
    }
    case 'markdown':
      return fc.constantFrom('正文。', '# 标题\n\n正文。\n');
    case 'day':
      return fc.constantFrom('2026-03-10', '2024-02-29', '1999-12-31');
    case 'moment':
      return fc.constantFrom('2026-03-10 09:30', '2024-02-29 23:59', '1999-12-31 00:00');
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options));
    case 'yes':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'numbers':
      return fc.array(fc.nat(), { minLength: field.columns.length, maxLength: field.columns.length });
    case 'reference':
      return fc.constant(field.to === 'entry' ? '990101001/202603-00012' : 'education');
    case 'file':
      return fc.constantFrom('fujian-1.docx', '图1.jpg');
    case 'list':
      return fc.array(fitting(field.of), { minLength: field.min ?? 0, maxLength: Math.min(field.max, (field.min ?? 0) + 2) });
    case 'group':
      return fittingForm(field.fields);
  }
}

/** Values that a whole form takes; optional fields are there or not. */
export function fittingForm(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fitting(field)]));
  const required = Object.keys(fields).filter((name) => !fields[name]!.optional);
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

/** A value such as people write into the field: right, nearly right, or wrong. */
function likely(field: Field): fc.Arbitrary<unknown> {
  const max = 'max' in field && typeof field.max === 'number' ? field.max : 20;
  const near: fc.Arbitrary<unknown>[] = [
    words(12),
    fc.constantFrom(
      null,
      '',
      ' ',
      '　',
      0,
      -1,
      1.5,
      1e12,
      true,
      [],
      [null],
      {},
      '2026-02-30',
      '2026-13-01',
      '2026-3-1',
      '2026-03-10 24:00',
    ),
  ];
  if (field.kind === 'text') near.push(fc.constantFrom('字'.repeat(max), '𠮷'.repeat(max), '字'.repeat(max + 1), '𠮷'.repeat(max + 1)));
  if (field.kind === 'choice') near.push(fc.constantFrom(...Object.values(field.options), 'constructor', '__proto__'));
  if (field.kind === 'numbers') near.push(fc.array(fc.oneof(fc.nat(), fc.double()), { maxLength: field.columns.length + 1 }));
  if (field.kind === 'list') near.push(fc.array(likely(field.of), { maxLength: 3 }), fc.constant(Array(field.max + 1).fill('字')));
  if (field.kind === 'group') near.push(likelyForm(field.fields));
  return fc.oneof({ weight: 3, arbitrary: fitting(field) }, ...near);
}

/** A form such as people fill in: some fields wrong, some missing, some that do not exist. */
export function likelyForm(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, fc.oneof({ weight: 6, arbitrary: fitting(field) }, likely(field))]),
  );
  const extra = fc.dictionary(fc.constantFrom('titel', 'Title', '标题', '', ' ', 'constructor', '__proto__', 'x'.repeat(500)), words(3), {
    maxKeys: 2,
  });
  return fc
    .tuple(fc.record(model, { requiredKeys: [], noNullPrototype: true }), fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, extra))
    .map(([form, more]) => ({ ...more, ...form }));
}
