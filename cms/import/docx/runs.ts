import { OBJECT, type Style, type Text } from '../text.ts';
import type { WordDocument } from './document.ts';
import { readPicture } from './pictures.ts';
import { attributeOf, childNamed, descendantsNamed, elementsOf, isOn, localName, settingOf, textOf, type XmlElement } from './xml.ts';

/** What stands in a paragraph: its text, and the text boxes that are anchored in it. */
export interface Runs {
  texts: Text[];
  boxes: XmlElement[];
}

const WRAPPERS = new Set(['smartTag', 'sdt', 'sdtContent', 'fldSimple', 'customXml', 'bdo', 'dir', 'ins', 'moveTo']);

/** Reads the runs of a paragraph, or of anything that wraps some of them. */
export function readRuns(element: XmlElement, document: WordDocument, style?: Style): Runs {
  const runs: Runs = { texts: [], boxes: [] };
  for (const child of elementsOf(element)) {
    const name = localName(child.name);
    if (name === 'r') add(runs, readRun(child, document, style));
    else if (name === 'hyperlink') add(runs, readRuns(child, document, { ...style, ...linkOf(child, document) }));
    else if (WRAPPERS.has(name)) {
      if (name === 'ins' || name === 'moveTo') document.count('没有接受的修订（插入的文字已经带过来）');
      add(runs, readRuns(child, document, style));
    } else if (name === 'del' || name === 'moveFrom') tellDeleted(child, document);
    else if (name === 'oMath' || name === 'oMathPara') runs.texts.push(readFormula(child, document, style));
  }
  return runs;
}

function readRun(run: XmlElement, document: WordDocument, around: Style | undefined): Runs {
  const properties = childNamed(run, 'rPr');
  if (isOn(properties, 'vanish')) {
    const hidden = descendantsNamed(run, 't').map(textOf).join('');
    if (hidden.trim() !== '')
      document.tell('', `这里有 ${[...hidden].length} 个隐藏的字，没有带过来。打开原稿核对：应当公开的取消隐藏再导入。`);
    return { texts: [], boxes: [] };
  }
  const runs: Runs = { texts: [], boxes: [] };
  for (const child of elementsOf(run)) add(runs, readPiece(child, document, toStyle(properties, around)));
  return runs;
}

function readPiece(piece: XmlElement, document: WordDocument, style: Style | undefined): Runs {
  switch (localName(piece.name)) {
    case 't':
      return only(document.write(textOf(piece).replaceAll('\n', ' '), style));
    case 'tab':
    case 'ptab':
      return only(document.write('\t'));
    case 'br':
    case 'cr':
      return /^(?:page|column)$/u.test(attributeOf(piece, 'type') ?? '') ? only() : only(document.mark('\n'));
    case 'noBreakHyphen':
      return only(document.write('-', style));
    case 'sym':
      return only(document.write(String.fromCharCode(Number.parseInt(attributeOf(piece, 'char') ?? '', 16) || 0xfffd), style));
    case 'footnoteReference':
    case 'endnoteReference':
      return only(document.mark(OBJECT, { note: noteId(piece) }));
    case 'drawing':
    case 'pict':
    case 'object':
      return readDrawing(piece, document);
    case 'AlternateContent': {
      const chosen = childNamed(piece, 'Choice') ?? childNamed(piece, 'Fallback');
      const runs: Runs = { texts: [], boxes: [] };
      for (const child of chosen ? elementsOf(chosen) : []) add(runs, readPiece(child, document, style));
      return runs;
    }
    case 'commentReference':
      document.count('批注');
      return only();
    default:
      return only();
  }
}

/** A name for a note that is the same where it is referred to and where it is written. */
export const noteId = (note: XmlElement) => `${localName(note.name).startsWith('end') ? 'w' : 'z'}${attributeOf(note, 'id') ?? ''}`;

function readDrawing(drawing: XmlElement, document: WordDocument): Runs {
  const boxes = descendantsNamed(drawing, 'txbxContent');
  if (boxes.length > 0) document.count('文本框（文字排在所在段落后面）', boxes.length);
  return { texts: boxes.length > 0 ? [] : readPicture(drawing, document), boxes };
}

function readFormula(formula: XmlElement, document: WordDocument, style: Style | undefined): Text {
  const words = descendantsNamed(formula, 't').map(textOf).join('');
  const text = document.write(words, style);
  document.found.push({
    at: text.at[0] ?? document.source.length,
    text: words,
    message: '这里是公式，只带来了文字，上下标和分式没有了。对照原稿改写，或者换成图片。',
  });
  return text;
}

function tellDeleted(deleted: XmlElement, document: WordDocument): void {
  const words = descendantsNamed(deleted, 'delText', 't').map(textOf).join('');
  if (words.trim() !== '')
    document.tell('', `原稿开着修订，这里有 ${[...words].length} 个字标为删除，没有带过来。打开原稿核对，接受或者拒绝修订后再导入。`);
}

function linkOf(link: XmlElement, document: WordDocument): Style {
  const relation = document.relations.get(attributeOf(link, 'id') ?? '');
  if (relation?.external && /^https?:\/\/[^\s<>"]{3,300}$/u.test(relation.target)) return { href: relation.target };
  if (relation) document.count('链接（只留了文字）');
  return {};
}

function toStyle(properties: XmlElement | undefined, around: Style | undefined): Style | undefined {
  const position = settingOf(properties, 'vertAlign');
  const style: Style = { ...around };
  if (isOn(properties, 'b')) style.bold = true;
  if (position === 'superscript') style.raised = true;
  if (position === 'subscript') style.lowered = true;
  return Object.keys(style).length > 0 ? style : undefined;
}

const only = (text?: Text): Runs => ({ texts: text ? [text] : [], boxes: [] });

function add(runs: Runs, more: Runs): void {
  runs.texts.push(...more.texts);
  runs.boxes.push(...more.boxes);
}
