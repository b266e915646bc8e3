import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';

/** A place in a text: line and column from one, in characters. */
export interface Place {
  line: number;
  column: number;
}

/** Line and column of an offset; astral characters count as one. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, Math.max(0, offset));
  const lines = before.split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/**
 * Where a value sits in a YAML text. A path that is not there gives the place of its nearest
 * parent, so that a missing field points at the group it is missing from.
 */
export function placeOf(text: string, path: readonly PropertyKey[]): Place {
  const offsets = toOffsets(text);
  for (let length = path.length; length > 0; length--) {
    const offset = offsets.get(JSON.stringify(path.slice(0, length)));
    if (offset !== undefined) return placeAt(text, offset);
  }
  return { line: 1, column: 1 };
}

/** Offset of the first anchor or alias, which can make a small file enormous; -1 without one. */
export function findAlias(text: string): number {
  for (const event of parseEvents(text, {})) if ('anchorStart' in event && event.anchorStart >= 0) return event.anchorStart - 1;
  return -1;
}

interface Open {
  path: PropertyKey[];
  /** The key whose value comes next, in a mapping. */
  key?: { name: string; at: number };
  /** The number of the item that comes next, in a sequence. */
  item?: number;
}

/** Offset of every value by its path as JSON. */
function toOffsets(text: string): Map<string, number> {
  const offsets = new Map<string, number>();
  const open: Open[] = [];
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ path: [] });
    else {
      const start = 'valueStart' in event ? event.valueStart : 'start' in event ? event.start : event.anchorStart;
      const parent = open.at(-1);
      const isMappingKey = parent !== undefined && parent.item === undefined && parent.key === undefined && open.length > 1;
      if (isMappingKey) {
        parent.key = { name: event.type === EVENT_ID.SCALAR ? String(getScalarValue(text, event)) : '', at: start };
        if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
      }
      const path = isMappingKey || !parent ? [] : pathIn(parent);
      offsets.set(JSON.stringify(path), start >= 0 ? start : (parent?.key?.at ?? 0));
      if (parent && !isMappingKey) next(parent);
      if (event.type === EVENT_ID.MAPPING) open.push({ path });
      if (event.type === EVENT_ID.SEQUENCE) open.push({ path, item: 0 });
    }
  }
  return offsets;
}

const pathIn = (parent: Open): PropertyKey[] =>
  parent.item !== undefined ? [...parent.path, parent.item] : parent.key ? [...parent.path, parent.key.name] : parent.path;

function next(parent: Open) {
  if (parent.item !== undefined) parent.item++;
  delete parent.key;
}
