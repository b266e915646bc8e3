import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { columnFields } from './column.ts';
import { isDay } from './day.ts';
import { choice, day, group, integer, list, markdown, moment, numbers, reference, text, type Values, yes } from './field.ts';
import { entrySchema, toObjectSchema } from './schema.ts';
import { EVERY_FORM } from './testing/fields.ts';
import { fittingForm, likelyForm } from './testing/values.ts';
import { faultsOf } from './testing/wording.ts';
import type { Data, TypeName } from './types/index.ts';
import type { Unit } from './unit.ts';

/** More on request: MODEL_RUNS=5000 npx vitest run cms/model */
const RUNS = Number(process.env.MODEL_RUNS ?? 300);

/** What an editor reads, each line with the path of the field. */
function say(schema: ReturnType<typeof toObjectSchema>, value: unknown): string[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap(({ path, message }) => message.split('\n').map((line) => `${path.map(String).join('.')}: ${line}`));
}

const news = { title: '全县春耕现场会召开', column: 'news' };
const sayNews = (fields: Record<string, unknown>) => say(entrySchema('news')!, { ...news, ...fields });

const made = toObjectSchema(
  {
    name: text({ label: '名称', help: '写全称。', max: 4 }),
    body: markdown({ label: '说明', help: '写一段。', max: 5, optional: true }),
    days: integer({ label: '天数', help: '工作日。', min: 1, max: 30, optional: true }),
    counts: numbers({ label: '件数', help: '两个数。', columns: ['收到', '办结'], optional: true }),
    steps: list({ label: '步骤', help: '按先后写。', min: 1, max: 2, optional: true, of: text({ label: '步骤', help: '一步。' }) }),
    contact: group({
      label: '联系方式',
      help: '怎样联系。',
      optional: true,
      fields: { person: text({ label: '联系人', help: '姓名。' }) },
    }),
    done: yes({ label: '办结', help: '办结的选是。', optional: true }),
    short: choice({ label: '形式', help: '选一种。', options: { paper: '纸质', net: '网上' }, optional: true }),
  },
  { label: '登记', help: '逐项填写。' },
);
const sayMade = (fields: Record<string, unknown>) => say(made, { name: '登记', ...fields });

describe('what an editor reads', () => {
  test('something is missing', () => {
    expect(say(entrySchema('news')!, {})).toEqual([
      'title: “标题”没有填写。写清谁、什么事；公文写全称。',
      'column: “栏目”没有填写。选择刊登的栏目。',
    ]);
    expect(sayNews({ title: null })).toEqual(['title: “标题”没有填写。写清谁、什么事；公文写全称。']);
    expect(sayNews({ title: '' })).toEqual(['title: “标题”没有填写。写清谁、什么事；公文写全称。']);
    expect(sayNews({ title: ' 　\u200b\ufeff\n' })).toEqual(['title: “标题”没有填写。写清谁、什么事；公文写全称。']);
    expect(sayNews({ column: ' ' })).toEqual(['column: “栏目”没有填写。选择刊登的栏目。']);
    expect(sayNews({ keywords: ['春耕', null] })).toEqual(['keywords.1: “关键词”没有填写。一个词。']);
    expect(say(made, null)).toEqual([': “登记”没有填写。逐项填写。']);
    expect(say(entrySchema('letter')!, { ...news, writer: '王女士', category: null, question: '何时修路？', received_on: null })).toEqual([
      'category: “来信类别”没有填写。按诉求选。',
      'received_on: “来信日期”没有填写。收到的日期。',
      'replied_on: “答复日期”没有填写。答复的日期。',
    ]);
  });

  test('something that need not be there is there and empty', () => {
    expect(sayNews({ summary: '' })).toEqual(['summary: “内容概述”是空的。填写内容，或者删去这一项。']);
    expect(sayNews({ summary: null })).toEqual(['summary: “内容概述”是空的。填写内容，或者删去这一项。']);
    expect(sayNews({ published_at: '' })).toEqual(['published_at: “发布日期”是空的。填写内容，或者删去这一项。']);
    expect(sayMade({ days: null, counts: null, steps: null, contact: null, done: null, short: null })).toEqual([
      'days: “天数”是空的。填写内容，或者删去这一项。',
      'counts: “件数”是空的。填写内容，或者删去这一项。',
      'steps: “步骤”是空的。填写内容，或者删去这一项。',
      'contact: “联系方式”是空的。填写内容，或者删去这一项。',
      'done: “办结”是空的。填写内容，或者删去这一项。',
      'short: “形式”是空的。填写内容，或者删去这一项。',
    ]);
    expect(sayNews({ summary: undefined, keywords: [] })).toEqual([]);
  });

  test('a text is no text, too long, too short or has several lines', () => {
    expect(sayNews({ title: 20260310 })).toEqual(['title: “标题”应当是文字。全是数字的内容两边加上英文引号。']);
    expect(sayNews({ title: ['标题'] })).toEqual(['title: “标题”应当是文字。全是数字的内容两边加上英文引号。']);
    expect(sayNews({ title: '字'.repeat(101) })).toEqual(['title: “标题”最多 100 个字，现在有 101 个。删去 1 个字。']);
    expect(sayNews({ title: '𠮷'.repeat(100) })).toEqual([]);
    expect(sayNews({ title: '𠮷'.repeat(120) })).toEqual(['title: “标题”最多 100 个字，现在有 120 个。删去 20 个字。']);
    expect(sayNews({ title: '𠮷' })).toEqual(['title: “标题”至少 2 个字，现在有 1 个。补充完整。']);
    expect(sayNews({ title: '两行\n标题' })).toEqual(['title: “标题”只能写一行。删去换行。']);
    expect(sayMade({ body: '一\n二' })).toEqual([]);
    expect(sayMade({ body: '一二三四五六' })).toEqual(['body: “说明”最多 5 个字，现在有 6 个。删去 1 个字。']);
  });

  test('a text has another shape', () => {
    expect(sayNews({ index_number: '990101001-202603-00012' })).toEqual([
      'index_number: “索引号”的写法不对。写成“单位编码/年月-五位流水号”，例如 990101001/202603-00012。',
    ]);
    expect(say(entrySchema('notice')!, { ...news, document_number: '清政发[2026]1号', contact_phone: '13800000000' })).toEqual([
      'document_number: “发文字号”的写法不对。写成“机关代字〔年份〕顺序号”，年份用六角括号，例如 清政办发〔2026〕12号。',
      'contact_phone: “联系电话”的写法不对。写办公电话并带区号，例如 0900-5550101。',
    ]);
    expect(sayNews({ cover: { file: '图 1.jpg', alt: '春耕现场' } })).toEqual([
      'cover.file: “图片文件”的写法不对。文件名只用汉字、字母、数字、横线和下划线，并带扩展名，例如 fujian-1.docx。',
    ]);
    expect(sayNews({ source_url: 'javascript:alert(1)' })).toEqual(['source_url: “来源网址”的写法不对。写完整的网址，以 https:// 开头。']);
  });

  test('a day or a moment is written otherwise, or does not exist', () => {
    const sayNotice = (valid_until: unknown) => say(entrySchema('notice')!, { ...news, valid_until });
    expect(sayNotice('2026.3.10')).toEqual(['valid_until: “有效期至”的写法不对。写成“年-月-日”，例如 2026-03-10。']);
    expect(sayNotice('2026-03-10 09:30')).toEqual(['valid_until: “有效期至”的写法不对。写成“年-月-日”，例如 2026-03-10。']);
    expect(sayNotice('2026-02-29')).toEqual(['valid_until: “有效期至”在日历上没有这一天。核对年、月、日。']);
    expect(sayNotice('2024-02-29')).toEqual([]);
    expect(sayNotice(20260310)).toEqual(['valid_until: “有效期至”应当是文字。全是数字的内容两边加上英文引号。']);
    expect(sayNews({ published_at: '2026-03-10' })).toEqual([
      'published_at: “发布日期”的写法不对。写成“年-月-日 时:分”，例如 2026-03-10 09:30。',
    ]);
    expect(sayNews({ published_at: '2026-03-10 24:00' })).toEqual([
      'published_at: “发布日期”的写法不对。写成“年-月-日 时:分”，例如 2026-03-10 09:30。',
    ]);
    expect(sayNews({ published_at: '2026-04-31 09:30' })).toEqual(['published_at: “发布日期”在日历上没有这一天。核对年、月、日。']);
  });

  test('a choice is none of the list', () => {
    const sayPolicy = (fields: Record<string, unknown>) =>
      say(entrySchema('policy')!, {
        ...news,
        document_kind: 'notice',
        issuers: ['清岚县人民政府'],
        document_date: '2026-03-01',
        validity: 'in-force',
        subject: 'other',
        ...fields,
      });
    expect(sayPolicy({})).toEqual([]);
    expect(sayPolicy({ validity: 'valid' })).toEqual([
      'validity: “有效性”里没有“valid”这一项。从内容手册列出的 5 项里选一项，例如 pending（尚未施行）、in-force（有效）。',
    ]);
    expect(sayPolicy({ validity: '有效' })).toEqual(['validity: “有效性”要写代码。把“有效”改成 in-force。']);
    expect(sayPolicy({ validity: 'inforce' })).toEqual(['validity: “有效性”里没有“inforce”这一项。改成 in-force（有效）。']);
    expect(sayPolicy({ validity: true })).toEqual([
      'validity: “有效性”里没有“true”这一项。从内容手册列出的 5 项里选一项，例如 pending（尚未施行）、in-force（有效）。',
    ]);
    expect(sayPolicy({ subject: `很长\n${'字'.repeat(50)}` })).toEqual([
      `subject: “主题分类”里没有“很长 ${'字'.repeat(17)}……”这一项。从内容手册列出的 22 项里选一项，例如 organisation（机构）、general（综合政务）。`,
    ]);
    expect(sayMade({ short: 'nett' })).toEqual(['short: “形式”里没有“nett”这一项。改成 net（网上）。']);
    expect(sayMade({ short: '传真' })).toEqual(['short: “形式”里没有“传真”这一项。从这些里选一项：paper（纸质）、net（网上）。']);
    expect(sayMade({ short: { paper: true } })).toEqual(['short: “形式”只能选一项。从这些里选一项：paper（纸质）、net（网上）。']);
    expect(sayMade({ short: 'constructor' })).toEqual([
      'short: “形式”里没有“constructor”这一项。从这些里选一项：paper（纸质）、net（网上）。',
    ]);
    expect(sayMade({ done: '是' })).toEqual(['done: “办结”只能选是或者否。写 true 或者 false。']);
  });

  test('a number is no whole number, out of range, or one of too few', () => {
    expect(sayMade({ days: '3天' })).toEqual(['days: “天数”应当是整数。只写数字，不带单位。']);
    expect(sayMade({ days: 1.5 })).toEqual(['days: “天数”应当是整数。只写数字，不带单位。']);
    expect(sayMade({ days: Number.NaN })).toEqual(['days: “天数”应当是整数。只写数字，不带单位。']);
    expect(sayMade({ days: 0 })).toEqual(['days: “天数”应当在 1 到 30 之间。核对数字。']);
    expect(sayMade({ days: 31 })).toEqual(['days: “天数”应当在 1 到 30 之间。核对数字。']);
    expect(sayMade({ counts: [1] })).toEqual(['counts: “件数”应当是 2 个不小于零的数。依次填写：收到、办结。']);
    expect(sayMade({ counts: [1, -1] })).toEqual(['counts.1: “件数”应当是 2 个不小于零的数。依次填写：收到、办结。']);
    expect(sayMade({ counts: [1, '2'] })).toEqual(['counts.1: “件数”应当是 2 个不小于零的数。依次填写：收到、办结。']);
    expect(sayMade({ counts: 3 })).toEqual(['counts: “件数”应当是 2 个不小于零的数。依次填写：收到、办结。']);
  });

  test('a list or a group is written as something else, or has too few or too many items', () => {
    expect(sayNews({ keywords: '春耕' })).toEqual(['keywords: “关键词”应当逐条列出。每条一行，以“- ”开头。']);
    expect(sayMade({ steps: [] })).toEqual(['steps: “步骤”至少要有 1 条。补齐后再保存。']);
    expect(sayMade({ steps: ['一', '二', '三'] })).toEqual(['steps: “步骤”最多 2 条。合并或者删去多余的。']);
    expect(sayMade({ contact: '王某' })).toEqual(['contact: “联系方式”里应当分项填写。每项一行，写成“名称: 内容”。']);
    expect(sayMade({ contact: [] })).toEqual(['contact: “联系方式”里应当分项填写。每项一行，写成“名称: 内容”。']);
    expect(sayMade({ contact: {} })).toEqual(['contact.person: “联系人”没有填写。姓名。']);
    expect(say(made, '登记')).toEqual([': “登记”里应当分项填写。每项一行，写成“名称: 内容”。']);
  });

  test('a field is not known', () => {
    expect(sayNews({ titel: '标题' })).toEqual([': 没有“titel”这个字段。改成“title”，或者删去。']);
    expect(sayNews({ titel: '标题', note: '备注' })).toEqual([
      ': 没有“titel”这个字段。改成“title”，或者删去。',
      ': 没有“note”这个字段。删去这一行。',
    ]);
    expect(sayNews({ cover: { file: 'a.jpg', alt: '春耕', atl: '' } })).toEqual(['cover: 没有“atl”这个字段。改成“alt”，或者删去。']);
    expect(sayNews({ [`${'长'.repeat(30)}\n`]: 1 })).toEqual([`: 没有“${'长'.repeat(20)}……”这个字段。删去这一行。`]);
    expect(sayNews(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toEqual([
      ': 没有“__proto__”这个字段。删去这一行。',
      ': 没有“constructor”这个字段。删去这一行。',
    ]);
    const many = sayNews(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index])));
    expect(many).toHaveLength(101);
    expect(many.at(-1)).toBe(': 这里还有 99900 个字段也不认识。核对字段名，多余的删去。');
  });

  test('a label has quotation marks of its own', () => {
    const quoted = toObjectSchema({ n: integer({ label: '危及“三安全一稳定”', help: '件数。' }) }, { label: '表', help: '逐项填写。' });
    expect(say(quoted, { n: '一' })).toEqual(['n: “危及‘三安全一稳定’”应当是整数。只写数字，不带单位。']);
  });
});

describe.each(Object.entries(EVERY_FORM))('%s', (name, fields) => {
  const schema = entrySchema(name) ?? toObjectSchema(fields, { label: '单位', help: '逐项填写。' });

  test(`takes every form that is filled in right (${RUNS} forms)`, () => {
    fc.assert(
      fc.property(fittingForm(fields), (form) => {
        expect(say(schema, form)).toEqual([]);
        expect(schema.parse(form)).toEqual(form);
      }),
      { numRuns: RUNS },
    );
  });

  test(`answers any form and any value in words that keep to the rules (${RUNS} of each)`, () => {
    const keepsToRules = (value: unknown) => {
      const result = schema.safeParse(value);
      const messages = result.error?.issues.flatMap(({ message }) => message.split('\n')) ?? [];
      for (const message of messages) expect([message, faultsOf(message)]).toEqual([message, []]);
    };
    fc.assert(fc.property(likelyForm(fields), keepsToRules), { numRuns: RUNS });
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withBoxedValues: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSet: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        keepsToRules,
      ),
      { numRuns: RUNS },
    );
  });

  test(`answers anything put in place of any field (${RUNS} times)`, () => {
    const odd = fc.oneof(
      fc.anything({ withNullPrototype: true, withSparseArray: true, withDate: true }),
      fc.constantFrom(Symbol('s'), () => {}, new Proxy({}, {}), Object.create(null), 10n, new Date(Number.NaN)),
    );
    fc.assert(
      fc.property(fittingForm(fields), fc.constantFrom(...Object.keys(fields)), odd, (form, key, value) => {
        const result = schema.safeParse({ ...form, [key]: value });
        for (const { message } of result.error?.issues ?? [])
          for (const line of message.split('\n')) expect([line, faultsOf(line)]).toEqual([line, []]);
      }),
      { numRuns: RUNS },
    );
  });
});

test('isDay agrees with the calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (year, month, date) => {
        const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        const parsed = new Date(`${written}T00:00:00Z`);
        expect(isDay(written)).toBe(!Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(written));
      },
    ),
    { numRuns: 5000 },
  );
});

describe('types', () => {
  test('of the values follow from the definitions', () => {
    expectTypeOf<Data<'news'>['title']>().toEqualTypeOf<string>();
    expectTypeOf<Data<'news'>['summary']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Data<'news'>['keywords']>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<NonNullable<Data<'news'>['cover']>>().toExtend<{ file: string; alt: string }>();
    expectTypeOf<{ file: string; alt: string }>().toExtend<NonNullable<Data<'news'>['cover']>>();
    expectTypeOf<Data<'policy'>['validity']>().toEqualTypeOf<'pending' | 'in-force' | 'amended' | 'lapsed' | 'repealed'>();
    expectTypeOf<Data<'policy'>['normative']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<Data<'annual-report'>['year']>().toEqualTypeOf<number>();
    expectTypeOf<Data<'annual-report'>['requests']['received']>().toEqualTypeOf<number[]>();
    expectTypeOf<NonNullable<Data<'consultation'>['result']>>().toExtend<{ adopted: number; explanation: string }>();
    expectTypeOf<Data<'guide'>['materials'][number]['sample']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Unit['kind']>().toEqualTypeOf<'county' | 'department' | 'township' | 'utility'>();
    expectTypeOf<Values<typeof columnFields>['gathers_from']>().toEqualTypeOf<
      ('county' | 'department' | 'township' | 'utility')[] | undefined
    >();
    expectTypeOf<Data>().toExtend<{ title: string; column: string }>();
    expectTypeOf<TypeName>().toExtend<string>();
    expectTypeOf<'page'>().toExtend<TypeName>();
    // @ts-expect-error there is no such type
    expectTypeOf<Data<'poem'>>().toBeNever();
    expectTypeOf<Data<'news'>>().not.toHaveProperty('validity');
  });

  test('a definition keeps to what its kind may say', () => {
    // @ts-expect-error a choice needs its options
    choice({ label: '形式', help: '选一种。' });
    // @ts-expect-error every field says what to write
    day({ label: '日期' });
    // @ts-expect-error a slip of the pen
    text({ label: '标题', help: '写清谁。', optinal: true });
    // @ts-expect-error there is nothing of this kind to refer to
    reference({ label: '栏目', help: '选一个。', to: 'poem' });
    expectTypeOf(moment({ label: '时间', help: '几点。' }).kind).toEqualTypeOf<'moment'>();
  });
});
