import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { Piece } from '../piece.ts';
import { alignYaml } from './align-yaml.ts';
import { labelOf } from './labels.ts';

/**
 * Every value of the front matter, at every depth, with the label of its field; keys that no field has are pieces too.
 * A text that is no YAML is one piece, so that a slip in it hides nothing.
 * @param base offset of the YAML in the source
 */
export function readFrontMatter(yaml: string, base: number): Piece[] {
  let events: ReturnType<typeof parseEvents>;
  try {
    events = parseEvents(yaml, {});
  } catch {
    return [{ text: yaml, where: '文件开头的字段', kind: 'field', isHidden: false, offsets: base }];
  }
  const pieces: Piece[] = [];
  const open: { isMapping: boolean; key: string | undefined; name: string | undefined }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ isMapping: false, key: undefined, name: undefined });
    else {
      const parent = open.at(-1);
      const isKey = parent?.isMapping === true && parent.key === undefined;
      const value = event.type === EVENT_ID.SCALAR ? String(getScalarValue(yaml, event)) : '';
      if (isKey) parent.key = value;
      const name = isKey ? undefined : (parent?.key ?? parent?.name);
      const label = isKey ? undefined : labelOf(name);
      if (event.type === EVENT_ID.SCALAR && value !== '' && !(isKey && labelOf(value) !== undefined)) {
        const offsets = alignYaml(value, yaml.slice(event.valueStart, event.valueEnd), base + event.valueStart);
        const where = isKey ? '字段名' : label === undefined ? `字段“${name ?? ''}”` : `“${label}”`;
        pieces.push({ text: value, where, kind: 'field', isHidden: isKey, offsets });
      }
      if (!isKey && parent?.isMapping) parent.key = undefined;
      if (event.type === EVENT_ID.MAPPING) open.push({ isMapping: true, key: undefined, name });
      if (event.type === EVENT_ID.SEQUENCE) open.push({ isMapping: false, key: undefined, name });
    }
  }
  return pieces;
}
