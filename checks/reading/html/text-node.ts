import type { DefaultTreeAdapterMap } from 'parse5';
import { PlacedText } from '../text/placed-text.ts';
import { decodeEntities } from './decode-entities.ts';

const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);
/** How many characters that the parser dropped in one place are searched past. */
const FARTHEST = 1000;
const TAG = /<[a-z!/?][^>]*>?/gi;

/** A text node's words with the place of every one in the page's source. */
export function placeTextNode(node: DefaultTreeAdapterMap['textNode'], html: string): PlacedText {
  const at = node.sourceCodeLocation;
  if (!at) return new PlacedText(node.value, Array(node.value.length).fill(0), 0);
  const mode = node.parentNode && 'tagName' in node.parentNode && RAW.has(node.parentNode.tagName) ? 'raw' : 'text';
  const source = html.slice(at.startOffset, at.endOffset);
  const whole = decodeEntities(source, at.startOffset, mode);
  if (whole.text === node.value) return whole;
  const from = Math.min(at.startOffset, startOf(node) ?? at.startOffset);
  const wider = html.slice(from, at.endOffset);
  return align(node.value, mode === 'raw' ? decodeEntities(wider, from, mode) : decodeBetweenTags(wider, from));
}

/** Where the source of a text node begins at the earliest: the parser is late by what it dropped. */
function startOf(node: DefaultTreeAdapterMap['childNode']): number | undefined {
  const parent = node.parentNode;
  if (!parent) return undefined;
  const before = parent.childNodes[parent.childNodes.indexOf(node) - 1];
  if (before) return before.sourceCodeLocation?.endOffset;
  if (!('tagName' in parent)) return undefined;
  // An element that the parser made on its own has no tag in the source; the one around it may.
  return parent.sourceCodeLocation?.startTag?.endOffset ?? startOf(parent);
}

/** Text that the parser put together from several places, as it does with words that stand between the cells of a table. */
function decodeBetweenTags(source: string, start: number): PlacedText {
  const placed = new PlacedText('', [], start);
  let from = 0;
  for (const { 0: tag, index } of source.matchAll(TAG)) {
    placed.append(decodeEntities(source.slice(from, index), start + from, 'text'));
    from = index + tag.length;
  }
  placed.append(decodeEntities(source.slice(from), start + from, 'text'));
  return placed;
}

/** Gives each unit of `value` the place of its next occurrence in `placed`. */
function align(value: string, placed: PlacedText): PlacedText {
  const aligned = new PlacedText('', [], placed.end);
  let at = 0;
  for (const unit of value.split('')) {
    let next = at;
    const last = Math.min(placed.text.length, at + FARTHEST);
    while (next < last && placed.text[next] !== unit) next++;
    const isFound = next < last;
    if (isFound) at = next;
    const start = placed.starts[at] ?? placed.end;
    aligned.add(unit, start, placed.starts[at + 1] ?? placed.end);
    if (isFound) at++;
  }
  return aligned;
}
