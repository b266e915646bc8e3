import { attributeOf, childNamed, childrenNamed, settingOf, type XmlElement } from './xml.ts';

/** What a paragraph style says that matters for structure. */
export interface ParagraphStyle {
  name: string;
  /** Level of heading from one. */
  heading?: number;
  numbering?: XmlElement;
}

const DEEPEST = 30;

/** Looks up paragraph styles by id, with what each inherits. */
export function readStyles(root: XmlElement | undefined): (id: string | undefined) => ParagraphStyle {
  const byId = new Map<string, XmlElement>();
  for (const style of root ? childrenNamed(root, 'style') : []) byId.set(attributeOf(style, 'styleId') ?? '', style);
  return (id) => {
    const found: ParagraphStyle = { name: settingOf(byId.get(id ?? ''), 'name') ?? '' };
    let style = byId.get(id ?? '');
    // A style may be based on itself by way of others; no real chain is this deep.
    for (let depth = 0; style && depth < DEEPEST; depth++) {
      const properties = childNamed(style, 'pPr');
      found.heading ??= headingOf(settingOf(style, 'name') ?? '', properties);
      found.numbering ??= childNamed(properties, 'numPr');
      style = byId.get(settingOf(style, 'basedOn') ?? '');
    }
    return found;
  };
}

/** Level of heading from a style's name or from an outline level. */
export function headingOf(name: string, properties: XmlElement | undefined): number | undefined {
  const named = /^(?:heading|标题) ?([1-9])$/iu.exec(name)?.[1];
  const outline = settingOf(properties, 'outlineLvl');
  if (named) return Number(named);
  return outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : undefined;
}
