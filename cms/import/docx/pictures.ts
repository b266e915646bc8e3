import { OBJECT, type Text } from '../text.ts';
import type { WordDocument } from './document.ts';
import { attributeOf, descendantsNamed, type XmlElement } from './xml.ts';

/** The pictures of a drawing, each as a character that stands for a file beside the entry. */
export function readPicture(drawing: XmlElement, document: WordDocument): Text[] {
  const references = [
    ...descendantsNamed(drawing, 'blip').map((blip) => attributeOf(blip, 'embed') ?? attributeOf(blip, 'link')),
    ...descendantsNamed(drawing, 'imagedata').map((image) => attributeOf(image, 'id')),
  ];
  if (descendantsNamed(drawing, 'OLEObject').length > 0)
    document.tell('', '这里嵌着别的文件（表格、演示稿等），只带来了它的图。把文件另存出来，上传到“附件”里。');
  if (references.length === 0 && descendantsNamed(drawing, 'chart', 'relIds').length > 0)
    document.tell('', '这里有图表，没有带过来。在原稿里把图表另存为图片，补到正文的这个位置，并附数据表。');
  const alt = descendantsNamed(drawing, 'docPr')
    .map((properties) => attributeOf(properties, 'descr') ?? '')
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  return references.flatMap((id) => toPicture(id ?? '', alt, document));
}

function toPicture(id: string, alt: string, document: WordDocument): Text[] {
  const relation = document.relations.get(id);
  const bytes = relation && !relation.external ? document.parts.get(relation.target) : undefined;
  const name = relation?.target.replace(/^.*\//u, '') ?? '';
  const file = bytes && document.files.take({ from: relation!.target, kind: 'image', title: alt, bytes });
  if (!file) {
    document.tell(
      name,
      `图片没有带过来（${name || '原文件里没有'}）：不是网页能显示的格式，或者没有存进文档。另存为 PNG，补到正文的这个位置。`,
    );
    return [];
  }
  if (alt === '') document.tell(name, `图片没有说明，看不到图片的人不知道内容。在正文里给 ${file.name} 补上说明。`);
  return [document.mark(OBJECT, { image: { file: file.name, alt } })];
}
