import type { Block, Note } from '../block.ts';
import { paragraphsOf } from '../block.ts';
import { Files } from '../files.ts';
import { toTitle } from '../parts/head-title.ts';
import type { Left, Reading } from '../reading.ts';
import { quote } from '../text.ts';
import { readBlocks } from './blocks.ts';
import { WordDocument } from './document.ts';
import { Numbering } from './numbering.ts';
import { openPackage } from './package.ts';
import { readRelations } from './relations.ts';
import { noteId } from './runs.ts';
import { readStyles } from './styles.ts';
import { attributeOf, childNamed, childrenNamed, descendantsNamed, readXml, textOf, type XmlElement } from './xml.ts';

/** Reads a Word document: text with the numbers Word shows, tables, pictures, notes. */
export function readDocx(bytes: Uint8Array): Reading {
  const { parts, names } = openPackage(bytes);
  const rootOf = (part: string): XmlElement | undefined => {
    const found = parts.get(`word/${part}.xml`);
    return found && readXml(found);
  };
  const document = new WordDocument({
    parts,
    files: new Files(),
    styleOf: readStyles(rootOf('styles')),
    numbering: new Numbering(rootOf('numbering')),
    relations: readRelations(parts, 'document'),
  });
  const body = childNamed(rootOf('document'), 'body');
  const all: Block[] = body ? readBlocks(body, document) : [];
  const contents = all.filter((block) => block.kind === 'paragraph' && /^toc \d|^目录 ?\d/iu.test(block.style ?? ''));
  const blocks = [
    ...all.filter((block) => !contents.includes(block)),
    ...readNotes('footnotes', rootOf, document),
    ...readNotes('endnotes', rootOf, document),
  ];
  const title = all.filter((block) => block.kind === 'paragraph').filter((line) => /^(?:title|标题)$/iu.test(line.style ?? ''));
  const margins = marginsOf(names, rootOf);
  return {
    source: document.source,
    lineWord: '段',
    blocks,
    claims: title.length > 0 ? { title: toTitle(title.map((line) => line.text)) } : {},
    left: contents.flatMap(paragraphsOf).map((line): Left => ({ ...quote(line.text), reason: '文档里的目录，网页自动生成' })),
    found: document.found,
    files: document.files.carried,
    changes: toChanges(document, names, margins),
    margins,
  };
}

function readNotes(part: 'footnotes' | 'endnotes', rootOf: (part: string) => XmlElement | undefined, document: WordDocument): Note[] {
  const root = rootOf(part);
  document.relations = readRelations(document.parts, part);
  const notes = root
    ? childrenNamed(root, 'footnote', 'endnote').filter(
        (note) => attributeOf(note, 'type') === undefined || attributeOf(note, 'type') === 'normal',
      )
    : [];
  return notes.map((note) => ({ kind: 'note', id: noteId(note), lines: readBlocks(note, document).flatMap(paragraphsOf) }));
}

/** The words of page headers and footers, page numbers aside. */
function marginsOf(names: string[], rootOf: (part: string) => XmlElement | undefined): string[] {
  const roots = names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name)).map((name) => rootOf(name.slice(5, -4))!);
  const words = roots.map((root) => descendantsNamed(root, 't').map(textOf).join('').trim());
  return [...new Set(words.filter((each) => each.replace(/[\d\s—–-]/gu, '') !== ''))];
}

function toChanges(document: WordDocument, names: string[], margins: string[]): string[] {
  return [
    ...[...document.counts].map(([what, times]) => `${what} ${times} 处。`),
    ...(margins.length > 0 ? [`页眉页脚没有带过来：${margins.map((words) => `“${[...words].slice(0, 40).join('')}”`).join('、')}。`] : []),
    ...(names.some((name) => /vbaProject\.bin$/u.test(name)) ? ['文档带有宏，没有带过来。'] : []),
    ...[...document.numbering.unknownFormats].map((format) => `自动编号的样式“${format}”认不出来，写成了阿拉伯数字。`),
  ];
}
