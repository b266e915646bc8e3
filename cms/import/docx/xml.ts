import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml';
import { Refused } from '../refused.ts';

export type { XmlElement } from '@rgrove/parse-xml';

/** The root element of a part. Entities that a part declares for itself are refused by the parser. */
export function readXml(bytes: Uint8Array): XmlElement {
  try {
    const root = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).root;
    if (root) return root;
  } catch (error) {
    if (error instanceof RangeError) throw error;
  }
  throw new Refused('Word 文档的内容损坏，读不完整。用办公软件打开，重新另存为 docx 再导入。');
}

/** The name without its prefix, which any producer may choose. */
export const localName = (name: string) => name.slice(name.indexOf(':') + 1);
const isNamed = (node: XmlNode, ...names: string[]): node is XmlElement =>
  node instanceof XmlElement && names.includes(localName(node.name));

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => child instanceof XmlElement);
export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => isNamed(child, name));
export const childrenNamed = (element: XmlElement, ...names: string[]): XmlElement[] =>
  elementsOf(element).filter((child) => isNamed(child, ...names));

/** An attribute, whatever its prefix. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  for (const [key, value] of Object.entries(element?.attributes ?? {})) if (localName(key) === name) return value;
  return undefined;
}

/** The `val` of a child element, as in `<w:ilvl w:val="1"/>`. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  attributeOf(childNamed(element, name), 'val');

/** Whether a child such as `<w:b/>` switches something on. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const child = childNamed(element, name);
  return child !== undefined && !/^(?:0|false|off|none)$/u.test(attributeOf(child, 'val') ?? '1');
}

/** All elements of a name, at any depth, but not inside one another. */
export function descendantsNamed(element: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(element).flatMap((child) => (isNamed(child, ...names) ? [child] : descendantsNamed(child, ...names)));
}

/** The characters of a text element. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (child instanceof XmlText ? child.text : child instanceof XmlElement ? textOf(child) : '')).join('');
