import type { PieceKind } from '../piece.ts';

/** What an attribute's value is to an editor. Nothing when it holds no words and no address. */
export interface Meaning {
  kind: PieceKind;
  /** Completes “…中的”. */
  label: string;
  isHidden: boolean;
}

const LINKS = new Set(
  'href src action cite data poster background srcset formaction longdesc codebase classid archive ping usemap profile manifest dynsrc lowsrc xlink:href'.split(
    ' ',
  ),
);
const ALT = new Set(['alt', 'title', 'aria-label', 'aria-description', 'summary', 'label', 'abbr', 'placeholder', 'standby']);
/** Attributes that only say how something looks or works, when their value is short and plain. */
const LOOKS = new Set(
  `align valign width height border bgcolor color size face class id lang xml:lang dir type cellpadding cellspacing colspan rowspan rel rev
  target frame rules nowrap hspace vspace scope headers tabindex charset media method enctype role shape coords start span clear xmlns
  http-equiv name link vlink alink text for loading decoding crossorigin integrity`.split(/\s+/u),
);
/** No word, no number of any length, no address. */
const PLAIN_VALUE = /^(?!.*\d{6})[\w#%.,:;/ -]{0,60}$/u;

/** What an attribute of an element is, judged by its name and value. */
export function meaningOf(tagName: string, name: string, value: string): Meaning | undefined {
  if (value.trim() === '') return undefined;
  if (LINKS.has(name)) return { kind: 'link', label: '链接地址', isHidden: true };
  if (name === 'srcdoc') return { kind: 'code', label: '内嵌网页', isHidden: true };
  if (ALT.has(name)) return { kind: 'alt', label: name === 'alt' ? '图片的替代文字' : '提示文字', isHidden: name !== 'placeholder' };
  if (name === 'content') return { kind: 'property', label: '网页属性', isHidden: true };
  if (name === 'value') return { kind: 'other', label: '表单', isHidden: false };
  if (name === 'style') return isTelling(value) ? { kind: 'code', label: '样式', isHidden: true } : undefined;
  if (name.startsWith('on') || name === 'x:fmla') return { kind: 'code', label: '脚本', isHidden: true };
  if ((LOOKS.has(name) || tagName === 'html') && PLAIN_VALUE.test(value)) return undefined;
  return { kind: 'other', label: '标签属性', isHidden: true };
}

/** Whether a style has more in it than looks: an address, generated words, a long number. Names of fonts do not count. */
function isTelling(style: string): boolean {
  const rest = style.replace(/font-family\s*:[^;]*/giu, '');
  return /url\s*\(|content\s*:|expression|\/\*|\d{6}|\p{Script=Han}/iu.test(rest);
}
