import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { Piece } from '../piece.ts';
import { alignYaml } from './align-yaml.ts';
import { labelOf } from './labels.ts';

/** A mapping or list that is not at its end yet. */
interface Open {
  isMapping: boolean;
  /** Names of fields that lead to it. */
  names: readonly string[];
  /** The key whose value comes next. */
  key: string | undefined;
}

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
  const open: Open[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ isMapping: false, names: [], key: undefined });
    else {
      const parent = open.at(-1);
      const isKey = parent?.isMapping === true && parent.key === undefined;
      const value = event.type === EVENT_ID.SCALAR ? String(getScalarValue(yaml, event)) : '';
      const names = [...(parent?.names ?? []), ...(isKey ? [value] : parent?.key === undefined ? [] : [parent.key])];
      if (isKey) parent.key = value;
      else if (parent) parent.key = undefined;
      if (event.type === EVENT_ID.SCALAR && value !== '') {
        const label = labelOf(names);
        const offsets = alignYaml(value, yaml.slice(event.valueStart, event.valueEnd), base + event.valueStart);
        const where = isKey ? '字段名' : label === undefined ? `字段“${names.at(-1) ?? ''}”` : `“${label}”`;
        if (!isKey || label === undefined) pieces.push({ text: value, where, kind: 'field', isHidden: isKey, offsets });
      }
      if (event.type === EVENT_ID.MAPPING) open.push({ isMapping: true, names, key: undefined });
      if (event.type === EVENT_ID.SEQUENCE) open.push({ isMapping: false, names, key: undefined });
    }
  }
  return pieces;
}
