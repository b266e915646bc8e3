import { describe, expect, test } from 'vitest';
import type { Entry } from '../../cms/library/item.ts';
import { toBody } from './to-html.ts';

/** The body of an entry of a type, with one picture and one file beside it. */
function body(text: string, type: Entry['type'] = 'policy') {
  const files = new Map([
    ['tu.jpg', { name: 'tu.jpg', path: 'x/tu.jpg', size: 1, sha256: '', width: 800, height: 600 }],
    ['表.xlsx', { name: '表.xlsx', path: 'x/表.xlsx', size: 1, sha256: '' }],
  ]);
  return toBody({ type, body: text, number: '990101000/202603-00001', files } as unknown as Entry);
}
const SIGNATURE = '正文到此为止。\n\n清岚县民政局　清岚县财政局\n\n2026年8月12日';

describe('issuer and date', () => {
  test('stand at the right at the end of an official document', () => {
    expect(body(SIGNATURE).html).toContain('<p class="signature">清岚县民政局　清岚县财政局</p>\n<p class="signature">2026年8月12日</p>');
    expect(body(`${SIGNATURE}\n\n（此件公开发布）`).html).toContain('class="signature"');
    expect(body('正文。\n\n清岚县民政局\n\n清岚县财政局\n\n2026年8月12日').html.match(/class="signature"/gu)).toHaveLength(3);
  });
  test.each([
    ['a piece of news', SIGNATURE, 'news'],
    ['a sentence before the date', '正文。\n\n自发布之日起施行。\n\n2026年8月12日', 'policy'],
    ['a closing formula before the date', '正文。\n\n特此公告\n\n2026年8月12日', 'policy'],
    ['a date in a sentence', '正文。\n\n清岚县民政局\n\n2026年8月12日起施行', 'policy'],
    ['a date with text after it', `${SIGNATURE}\n\n后面还有一段。`, 'policy'],
    ['names and a date at the top', '清岚县民政局\n\n2026年8月12日', 'policy'],
  ] as const)('stay where they are in %s', (_, text, type) => {
    expect(body(text, type).html).not.toContain('signature');
  });
  test('are followed by the title of the document that is issued', () => {
    const { html } = body(`${SIGNATURE}\n\n## 清岚县管理办法\n\n### 第一章　总则\n\n第一条`);
    expect(html).toContain('<h2 id="s1" class="document-title">清岚县管理办法</h2>');
    expect(html).toContain('<h3 id="s2" class="chapter">第一章　总则</h3>');
  });
});

describe('headings', () => {
  test('never skip a rank and never compete with the title', () => {
    const { html, headings } = body('### 甲\n\n##### 乙\n\n# 丙\n\n#### 丁\n\n#\n', 'news');
    expect([...html.matchAll(/<h(\d) id="(\w+)">(.)/gu)].map(([, rank, id, text]) => `${rank}${id}${text}`)).toEqual([
      '2s1甲',
      '3s2乙',
      '2s3丙',
      '3s4丁',
    ]);
    expect(headings.map(({ text }) => text)).toEqual(['甲', '丙']);
  });
});

test('the line that says to whom a document goes stands at the margin', () => {
  expect(body('各乡镇人民政府，县政府各部门：\n\n正文。').html).toContain('<p class="addressee">各乡镇');
  expect(body('现将有关事项通知如下：\n\n正文。').html).not.toContain('addressee');
});

describe('tables', () => {
  test('scroll in a region with a name, and say what their heads head', () => {
    const { html } = body('| 项目 | 金额 | |\n| --- | ---: | --- |\n| 甲 | 1.5 | 2026年1月2日 |\n');
    expect(html).toContain('<section class="table" aria-label="表格 1" tabindex="0"><table>');
    expect(html).toContain('<th scope="col" class="right">金额</th>');
    expect(html).toContain('<td></td>');
    expect(html).toContain('<td class="right">1.5</td>');
    expect(html).toContain('<td class="nowrap">2026年1月2日</td>');
  });
  test('written as HTML keep merged cells and lose the rest', () => {
    const { html } = body(
      '<table class="x" onclick="y"><caption>甲"乙</caption><tr><th colspan="2" style="text-align:center;color:red">丙</th></tr></table>',
    );
    expect(html).toMatch(/^<section class="table" aria-label="表格 1：甲&quot;乙" tabindex="0"><table>/u);
    expect(html).toContain('<th colspan="2" class="center">丙</th>');
  });
  test('of many columns may be wider than the text', () => {
    expect(body(`|${' a |'.repeat(6)}\n|${' --- |'.repeat(6)}\n`).html).toContain('class="table wide"');
  });
});

describe('links and pictures', () => {
  test('lead to the files beside the text', () => {
    expect(body('[表](表.xlsx) [表](%E8%A1%A8.xlsx)').html.match(/href="\/i\/990101000\/202603\/00001-%E8%A1%A8\.xlsx"/gu)).toHaveLength(2);
    expect(body('![图](tu.jpg)').html).toMatch(
      /<picture><source type="image\/avif" srcset="[^"]+\.720\.avif 720w, [^"]+\.800\.avif 800w" sizes="[^"]+"><img src="\/i\/990101000\/202603\/00001-tu\.800\.webp" srcset="[^"]+" sizes="[^"]+" width="800" height="600" loading="lazy" alt="图"><\/picture>/u,
    );
  });
  test('that lead nowhere are text', () => {
    expect(body('[没有](no.xlsx) ![没有](no.jpg) ![不是图](表.xlsx)').html).toBe('<p><a>没有</a>  </p>\n');
  });
  test('to other sites give nothing away', () => {
    expect(body('[国网](https://www.gov.cn/)').html).toContain('<a href="https://www.gov.cn/" rel="noopener noreferrer">');
  });
});

test('a telephone number stays on one line; a link, a date and an amount are left as they are', () => {
  expect(body('拨打0900-5550140，或者 400-810-0000 转 2。').html).toContain(
    '拨打<span class="nowrap">0900-5550140</span>，或者 <span class="nowrap">400-810-0000</span> 转 2。',
  );
  const plain = body('2026-03-10，3000-5000元，[表](https://example.invalid/0900-5550140)').html;
  expect(plain).not.toContain('nowrap');
});

test('notes are named in Chinese', () => {
  const { html } = body('甲[^1]\n\n[^1]: 注。');
  expect(html).toContain('<h2 id="footnote-label">注释</h2>');
  expect(html).toContain('aria-label="回到正文 1"');
});

test('lists of tasks show boxes that need no form', () => {
  expect(body('- [x] 甲\n- [ ] 乙').html).toMatch(/☑ 甲[\s\S]*☐ 乙/u);
});
