import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importDocument } from './import-document.ts';
import { account } from './testing/accounted.ts';

/** Real texts that were found damaged; they lie beside the repository, not in it. */
const FOLDER = new URL('../../../shared/reference/regulations/', import.meta.url);
const isThere = existsSync(FOLDER);
if (!isThere) console.warn('skipped: the regulations in ../shared/reference/regulations are not there');

const read = (name: string) => readFileSync(new URL(name, FOLDER));
const importOf = (name: string) => importDocument({ name, bytes: read(name) });

interface Expected {
  fields: Record<string, unknown>;
  owed: string[];
  headings: number;
  /** Articles that the source itself begins on a line of their own. */
  articles: number;
  damage: string[];
}
const EXPECTED: Record<string, Expected> = {
  'county-egov-measures.txt': {
    fields: { title: '规范电子政务策划及监管办法', document_kind: 'measures' },
    owed: ['document_number', 'document_date', 'issuers', 'effective_on', 'validity', 'subject'],
    headings: 8,
    articles: 40,
    damage: [
      '本站小编',
      '规范电子政务策划及监管办法',
      '打造“数字”',
      '县行政区域内',
      '“县人民政府',
      '、、',
      '制作、虚假',
      '县信息办负责解释',
      '自之日起',
    ],
  },
  'county-egov-plan.txt': {
    fields: { title: '电子政务实施工作方案', document_kind: 'scheme' },
    owed: ['document_number', 'document_date', 'issuers', 'validity', 'subject'],
    headings: 11,
    articles: 0,
    damage: ['首页 > 文章中心', '前言:本站', '《县人民政府', '刊登、的', '谁、谁负责', '个乡镇', '《县政府'],
  },
  'pingliang-assessment-and-network.txt': {
    fields: {
      title:
        '中共平凉市委办公室 平凉市人民政府办公室关于印发《平凉市电子政务工作考核办法（试行）》和《平凉市政务专网管理办法（试行）》的通知',
      document_kind: 'notice',
      issuers: ['中共平凉市委办公室', '平凉市人民政府办公室'],
    },
    owed: ['document_number', 'document_date', 'effective_on', 'validity', 'subject'],
    headings: 20,
    articles: 46,
    damage: [
      '县委 人大',
      '',
      '平办发〔2010 12',
      '2010318',
      '附(文件可点击下载)',
      '第一章',
      '一条 为了',
      '第三十五 条',
      '第三十六 条',
      '510%',
      '1030%',
      '1030%',
      '主题词',
      '2010318日',
    ],
  },
  'xian-egov-measures.txt': {
    fields: {
      title: '西安市人民政府办公厅关于印发《西安市电子政务管理办法》的通知',
      document_number: '市政办发〔2018〕69号',
      document_kind: 'notice',
      issuers: ['西安市人民政府办公厅'],
      document_date: '2018-07-02',
    },
    owed: ['effective_on', 'validity', 'subject'],
    headings: 9,
    articles: 33,
    damage: [],
  },
};

describe.skipIf(!isThere)('the five regulations', () => {
  test.each(Object.entries(EXPECTED))('%s', (name, { fields, owed, headings, articles, damage }) => {
    const imported = importOf(name);
    expect(imported.type).toBe('policy');
    expect(imported.fields).toEqual(fields);
    expect(imported.owed.map((each) => each.field).sort()).toEqual([...owed].sort());
    expect(imported.body.match(/^#{2,5} /gmu)).toHaveLength(headings);
    expect(imported.body.match(/^\*\*第?[一二三四五六七八九十]+条\*\* /gmu) ?? []).toHaveLength(articles);
    expect(imported.damage.map((each) => each.quoted)).toHaveLength(damage.length);
    for (const [i, { quoted }] of imported.damage.entries()) expect(quoted).toContain(damage[i]);
  });

  test('tianjin-egov-measures.txt', () => {
    const imported = importOf('tianjin-egov-measures.txt');
    expect(imported.fields).toEqual({
      title: '天津市電子政務管理辦法',
      document_kind: 'measures',
      issuers: ['天津市人民政府'],
      document_date: '2004-06-26',
      effective_on: '2004-08-01',
    });
    expect(imported.body.match(/^\*\*第[一二三四五六七八九十]+條\*\* /gmu)).toHaveLength(30);
    const words = imported.damage.filter((each) => each.message.includes('台湾用语')).map((each) => each.quoted);
    expect(words).toHaveLength(48);
    for (const word of ['已分享資料夾', '網路', '套用', '軟體', '檔案', '資料庫', '網際網路']) expect(words).toContain(word);
  });

  test('two documents in one file become two parts, with their chapters below them', () => {
    const headings = importOf('pingliang-assessment-and-network.txt').body.match(/^#{2,5} .*$/gmu);
    expect(headings).toEqual([
      '## 平凉市电子政务工作考核办法（试行）',
      '### 一、考核对象',
      '### 二、考核主体',
      '### 三、考核内容',
      '#### （一）县（区）考核内容',
      '#### （二）部门考核内容',
      '### 四、考核方法',
      '### 五、考核结果',
      '## 平凉市政务专网管理办法（试行）',
      '### 第一章',
      '### 第二章 设备和机房管理',
      '### 第三章 网络运行与维护',
      '### 第四章 业务网络接入规定',
      '### 第五章 安全保密管理',
      '### 第六章 信息资源服务',
      '### 第七章 电子文件管理',
      '### 第八章 经费管理',
      '### 第九章 人员培训',
      '### 第十章 奖惩',
      '### 第十一章 附则',
    ]);
  });

  test.each([...Object.keys(EXPECTED), 'tianjin-egov-measures.txt'])('%s: every character is in the body or told as left out', (name) => {
    const { expected, actual } = account(read(name).toString('utf8'), importOf(name));
    expect(actual).toBe(expected);
  });

  test.each([...Object.keys(EXPECTED), 'tianjin-egov-measures.txt'])('%s: as many articles as the source, in its order', (name) => {
    const articlesOf = (text: string) =>
      [...text.replaceAll('\u00a0', ' ').matchAll(/^ *(?:\*\*)?(?:第[一二三四五六七八九十]+ *[条條]|一条(?= |\*))/gmu)].map((match) =>
        match[0].replace(/[ *]/gu, ''),
      );
    expect(articlesOf(importOf(name).body)).toEqual(articlesOf(read(name).toString('utf8')));
  });
});
