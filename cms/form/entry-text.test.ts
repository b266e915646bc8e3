import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFolder } from '../library/read-entry.ts';
import { toText, toValues } from './entry-text.ts';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));
const files = readdirSync(join(CONTENT, 'entries'), { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('/index.md'));

test('every entry of the sample county goes through the form without a changed byte', () => {
  expect(files.length).toBeGreaterThan(200);
  for (const path of files) {
    const text = readFileSync(join(CONTENT, 'entries', path), 'utf8');
    const { type } = toFolder(`entries/${path.slice(0, -'/index.md'.length)}`)!;
    expect(toText(type, JSON.parse(JSON.stringify(toValues(text))), text), path).toBe(text);
  }
});

test('an entry of another system goes through the form without a change; once something is changed, its lines end as all others do', () => {
  const texts = files.map((path) => ({ path, text: readFileSync(join(CONTENT, 'entries', path), 'utf8') }));
  const ends = fc.oneof(fc.constant(['\r']), fc.array(fc.constantFrom('\r\n', '\n'), { minLength: 1, maxLength: 9 }));
  fc.assert(
    fc.property(fc.constantFrom(...texts), ends, fc.constantFrom('', '\ufeff'), fc.boolean(), ({ path, text }, ends, mark, isBody) => {
      const { type } = toFolder(`entries/${path.slice(0, -'/index.md'.length)}`)!;
      let line = 0;
      const foreign = text.replaceAll('\n', () => ends[line++ % ends.length]!);
      const values = toValues(mark + foreign);
      expect(values).toEqual(toValues(text));
      expect(toText(type, JSON.parse(JSON.stringify(values)), mark + foreign)).toBe(foreign);
      const changed = isBody ? { ...values, body: `${values.body}\n多一段。\n` } : { ...values, title: '改过的标题' };
      expect(toText(type, changed, mark + foreign)).toBe(toText(type, changed, text));
    }),
  );
});

const BEFORE = `---
title: 关于停水的公告   # 标题
column: notices
index_number: 990101011/202608-00001
published_at: '2026-08-05 10:00'
keywords: [停水, 公告]
attachments:
  - {file: a.docx, title: 停水范围}
valid_until: '2026-09-10'
---

正文第一段。

| a | b |
|:--|--:|
| 1 | 2 |
`;

test('a changed field is written anew, the others keep their bytes', () => {
  const values = { ...toValues(BEFORE), title: '关于暂停供水的公告', contact: '用户服务股', valid_until: '' };
  expect(toText('notice', values, BEFORE)).toBe(`---
title: 关于暂停供水的公告
column: notices
index_number: 990101011/202608-00001
published_at: '2026-08-05 10:00'
keywords: [停水, 公告]
attachments:
  - {file: a.docx, title: 停水范围}
contact: 用户服务股
---

正文第一段。

| a | b |
|:--|--:|
| 1 | 2 |
`);
});

test('neither the number nor the date of publication can be given or taken', () => {
  const values = { ...toValues(BEFORE), index_number: '990101011/202608-00009', published_at: undefined };
  expect(toText('notice', values, BEFORE)).toBe(BEFORE);
  expect(toText('notice', { title: '新的', index_number: '990101011/202608-00009', body: '' })).toBe('---\ntitle: 新的\n---\n');
});

test('what an editor left empty, and what the type does not have, is not written', () => {
  const values = {
    id: '202611-abc',
    title: '新的',
    summary: ' ',
    keywords: ['', '停水', null],
    cover: { file: '', alt: '' },
    attachments: [],
    contact: '',
    made_up: 'x',
    body: '\n\n第一段\r\n\r\n第二段  \n\n',
  };
  expect(toText('notice', values)).toBe('---\ntitle: 新的\nkeywords:\n  - 停水\n---\n\n第一段\n\n第二段\n');
});

test('numbers that are not filled in stay places of the row', () => {
  const values = { year: 2026, reviews: { reconsideration: [1, '', 0, 0, 1], direct: ['', '', '', '', ''] } };
  expect(toText('annual-report', values)).toBe(`---
year: 2026
reviews:
  reconsideration:
    - 1
    - ''
    - 0
    - 0
    - 1
---
`);
});

test('text that YAML would take for something else is quoted', () => {
  const values = { title: '- 甲：[乙] {丙} #丁', contact: 'yes', contact_phone: '0900', body: '---js\n' };
  const text = toText('notice', values);
  expect(toValues(text)).toEqual({ title: '- 甲：[乙] {丙} #丁', contact: 'yes', contact_phone: '0900', body: '\n---js\n' });
});
