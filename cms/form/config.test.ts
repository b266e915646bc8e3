import en from 'decap-cms-locales/dist/esm/en/index.js';
import zh_Hans from 'decap-cms-locales/dist/esm/zh_Hans/index.js';
import { expect, test } from 'vitest';
import { types } from '../model/types/index.ts';
import { overlay, type Phrases, words } from './client/words.ts';
import { applyPatch, patches } from './patches.ts';
import { toWidgets, type Widget } from './to-widgets.ts';

function* phrasesOf(phrases: Phrases, path = ''): Generator<[path: string, phrase: string]> {
  for (const [name, phrase] of Object.entries(phrases))
    if (typeof phrase === 'string') yield [`${path}${name}`, phrase];
    else yield* phrasesOf(phrase, `${path}${name}.`);
}

test('every phrase of Decap has Chinese words', () => {
  const chinese = new Map(phrasesOf(overlay(zh_Hans, words)));
  const missing = [...phrasesOf(en)].filter(
    ([path]) => !/[\u4e00-\u9fff]|^%\{[^}]+\}(?: %\{[^}]+\})?$|^YYYY/u.test(chinese.get(path) ?? ''),
  );
  expect(missing).toEqual([]);
});

test('we add no phrase that neither Decap nor what we change in it shows', () => {
  const known = new Set([...phrasesOf(en)].map(([path]) => path));
  const isShown = (path: string) => known.has(path) || patches.some(({ to }) => to.includes(`'${path}'`));
  expect([...phrasesOf(words)].map(([path]) => path).filter((path) => !isShown(path))).toEqual([]);
});

const CHOICES = { unit: [], column: [{ value: 'notices', label: '通知公告' }], duty: [], topic: [] };

function* flat(widgets: readonly Widget[]): Generator<Widget> {
  for (const widget of widgets) {
    yield widget;
    yield* flat((widget.fields as Widget[] | undefined) ?? []);
  }
}

test('the form of a notice, in the order in which it is filled in', () => {
  const notice = types.find(({ name }) => name === 'notice')!;
  expect(toWidgets(notice, CHOICES).map(({ label, widget, hint = '' }) => `${label} ${widget} ${hint}`)).toEqual([
    '编号 hidden ',
    '标题 line 写清谁、什么事；公文写全称。',
    '栏目 choice 选择刊登的栏目。',
    '发文字号（选填） line 有文号的公告、通告填写。',
    '有效期至（选填） day 过了这一天页面会标明已过期。',
    '联系人（选填） line 科室或者工作人员称呼。',
    '联系电话（选填） line 带区号的办公电话。',
    '正文 body 从 Word、WPS 里复制可以直接粘贴，表格和编号会保留。',
    '内容概述（选填） line 一两句话说清要点，列表和检索结果里显示。',
    '关键词（选填） texts 便于检索的词。',
    '信息来源（选填） line 转载时写来源单位；本单位原创不填。',
    '来源网址（选填） line 转载时写原文网址。',
    '责任编辑（选填） line 姓名。',
    '配图（选填） object 列表和首页用的图片。',
    '附件（选填） attachments 按正文中提到的顺序排列。',
    '公开事项（选填） choices 本条内容履行了目录里的哪几项。',
    '专题（选填） choices 同时收入的专题。',
    '更正说明（选填） line 改正网上已有的内容时填写：原来哪里不对，现在改成什么。一般的更新不填。',
  ]);
});

test('no field of any type is left out, and the office keeps its own', () => {
  for (const type of types) {
    const names = toWidgets(type, CHOICES).map(({ name }) => name);
    for (const name of Object.keys(type.fields)) expect(names, type.name).toContain(name);
    expect(names).not.toContain('index_number');
    expect(names).not.toContain('published_at');
    for (const { name, label, hint } of flat(toWidgets(type, CHOICES)))
      if (name !== 'id')
        expect([label, hint], `${type.name} ${name}`).toEqual([
          expect.stringMatching(/[\u4e00-\u9fff]/u),
          expect.stringMatching(/[\u4e00-\u9fff0-9]/u),
        ]);
  }
});

test('a patch whose passage moved stops the bundle', () => {
  const patch = { file: 'x.js', from: 'score > 5', to: 'score > 0' };
  expect(applyPatch('if (score > 5) {}', patch)).toBe('if (score > 0) {}');
  expect(() => applyPatch('if (score >= 5) {}', patch)).toThrow('x.js: "score > 5" stands there 0 times, not once.');
  expect(() => applyPatch('score > 5 || score > 5', patch)).toThrow('2 times');
});
