import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { About, LooseText } from './calls.ts';

const LABELS: Record<string, string> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Keywords: '关键词',
  Creator: '创建程序',
  Producer: '生成程序',
  'dc:title': '标题',
  'dc:creator': '作者',
  'dc:description': '主题',
  'dc:subject': '关键词',
  'pdf:keywords': '关键词',
};
const AUTHORS = new Set(['Author', 'dc:creator']);
/** What pdf.js adds about the file itself. */
const OWN = /^(?:PDFFormatVersion|Language|EncryptFilterName|Is[A-Z]\w*|CreationDate|ModDate|Trapped)$/u;

/** Everything of a document that stands on no page. */
export async function readAbout(document: PDFDocumentProxy): Promise<About> {
  const properties = await orNothing(readProperties(document), []);
  const scripts = await orNothing(document.getJSActions(), null);
  const attachments = await orNothing(document.getAttachments(), null);
  const fields = await orNothing(document.getFieldObjects(), null);
  const code = toScripts(scripts, '文档脚本');
  const fieldCode = [...(fields?.values() ?? [])]
    .flat()
    .flatMap((field) => toScripts((field as { actions?: unknown }).actions, '表单脚本'));
  return {
    pages: document.numPages,
    texts: [
      ...properties.map(({ name, text }): LooseText => ({ text, where: `文档属性“${LABELS[name] ?? name}”`, kind: 'property' })),
      ...(await orNothing(readOutline(document), [])),
      ...(await orNothing(readLayers(document), [])),
      ...readFields(fields),
      ...readXfa(document.allXfaHtml),
      ...code,
      ...fieldCode,
    ],
    hasAuthor: properties.some(({ name }) => AUTHORS.has(name)),
    hasScript: code.length + fieldCode.length > 0,
    attachments: [...(attachments ?? [])].map(([id, { filename }]) => ({ id, name: filename || id })),
  };
}

/** A broken part must not hide the others; that it is broken shows when its content is missing from the page. */
async function orNothing<T>(promise: Promise<T>, nothing: T): Promise<T> {
  try {
    return await promise;
  } catch {
    return nothing;
  }
}

async function readProperties(document: PDFDocumentProxy): Promise<{ name: string; text: string }[]> {
  const { info, metadata } = await document.getMetadata();
  const found: { name: string; text: string }[] = [];
  const add = (name: string, value: unknown) => {
    const text = toTexts(value).join('；').trim();
    if (text !== '' && !found.some((other) => other.text === text && LABELS[other.name] === LABELS[name])) found.push({ name, text });
  };
  for (const [name, value] of Object.entries(info)) {
    if (name === 'Custom') for (const [key, custom] of toEntries(value)) add(key, custom);
    else if (!OWN.test(name)) add(name, value);
  }
  for (const [name, value] of (metadata as Iterable<[string, unknown]> | null) ?? []) add(name, value);
  return found;
}

function toEntries(value: unknown): [string, unknown][] {
  if (value instanceof Map) return [...value];
  return value && typeof value === 'object' ? Object.entries(value) : [];
}

/** All strings within a value. */
function toTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(toTexts);
  return [];
}

interface OutlineNode {
  title: string;
  url: string | null;
  items: OutlineNode[];
}

async function readOutline(document: PDFDocumentProxy): Promise<LooseText[]> {
  const texts: LooseText[] = [];
  const nodes = [...((await document.getOutline()) ?? [])] as OutlineNode[];
  for (let node = nodes.shift(); node && texts.length < 20_000; node = nodes.shift()) {
    texts.push({ text: node.title, where: '书签', kind: 'name' });
    if (node.url) texts.push({ text: node.url, where: '书签的链接', kind: 'link' });
    nodes.unshift(...node.items);
  }
  return texts;
}

async function readLayers(document: PDFDocumentProxy): Promise<LooseText[]> {
  const config = (await document.getOptionalContentConfig()) as Iterable<[string, { name?: string | null }]>;
  return [...config].flatMap(([, { name }]): LooseText[] => (name ? [{ text: name, where: '图层名称', kind: 'name' }] : []));
}

/** Fields by their full names, those included that stand on no page. */
function readFields(fields: Map<string, object[]> | null): LooseText[] {
  const texts: LooseText[] = [];
  for (const [name, objects] of fields ?? []) {
    texts.push({ text: name, where: '表单域名称', kind: 'name' });
    for (const object of objects as Record<string, unknown>[])
      for (const key of ['value', 'defaultValue', 'tooltip'])
        for (const text of new Set(toTexts(object[key])))
          if (text !== '' && text !== 'Off') texts.push({ text, where: `表单域“${name}”`, kind: 'field' });
  }
  return texts;
}

interface XfaNode {
  value?: unknown;
  attributes?: Record<string, unknown>;
  children?: XfaNode[];
}

function readXfa(root: object | null): LooseText[] {
  const texts: LooseText[] = [];
  const nodes: XfaNode[] = root ? [root] : [];
  for (let node = nodes.shift(); node && texts.length < 20_000; node = nodes.shift()) {
    for (const value of [node.value, node.attributes?.textContent, node.attributes?.value])
      if (typeof value === 'string' && value.trim() !== '') texts.push({ text: value, where: 'XFA表单', kind: 'field' });
    nodes.unshift(...(node.children ?? []));
  }
  return texts;
}

/** Program texts in what pdf.js lists by event. */
export function toScripts(actions: unknown, where: string): LooseText[] {
  return toEntries(actions).flatMap(([, code]) => toTexts(code).map((text): LooseText => ({ text, where, kind: 'code' })));
}
