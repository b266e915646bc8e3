import { simplified } from '../fold.ts';
import type { Found } from '../reading.ts';
import type { Text } from '../text.ts';

/** Characters of the standard list that a conversion to simplified would change all the same. */
const STANDARD = new Set('乾瞭著藉夥徵甦');
/** From this many characters, and from this share of the Chinese characters on, the whole text is in traditional characters. */
const MANY = 10;
const WHOLE = 0.05;

export interface Script {
  isTraditional: boolean;
  found: Found[];
}

/** Tells traditional characters (STD-TXT-09): one finding for a whole text, or one for each place. */
export function findTraditional(texts: readonly Text[]): Script {
  let chinese = 0;
  const places: Found[] = [];
  for (const text of texts) {
    for (const match of text.value.matchAll(/\p{Script=Han}/gu)) {
      chinese++;
      if (simplified(match[0]) !== match[0] && !STANDARD.has(match[0]))
        places.push({ at: text.at[match.index]!, text: match[0], message: '是繁体字或者异体字。对照原件，换成规范汉字。' });
    }
  }
  if (places.length < MANY || places.length / chinese < WHOLE) return { isTraditional: false, found: places };
  const message = `全文用繁体字（${places.length} 个），多半经过软件转换。公文用规范汉字：找到简体原件重新导入，不要直接用软件转回来。`;
  return { isTraditional: true, found: [{ ...places[0]!, message }] };
}
