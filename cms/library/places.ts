import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';

/** A place in a text: line and column from one, in characters. */
export interface Place {
  line: number;
  column: number;
}

/** Where the values of a YAML text sit, worked out once and only when asked for. */
export class Places {
  readonly #text: string;
  readonly #firstLine: number;
  #starts: number[] | undefined;
  #astral: number[] | undefined;
  #nodes: Map<string, Node> | undefined;

  /** @param firstLine line of the file on which the text begins */
  constructor(text: string, firstLine = 1) {
    this.#text = text;
    this.#firstLine = firstLine;
  }

  /** Line and column of an offset; astral characters count as one. */
  at(offset: number): Place {
    this.#starts ??= startsOf(this.#text);
    this.#astral ??= astralIn(this.#text);
    const end = Math.min(Math.max(0, offset), this.#text.length);
    const line = upTo(this.#starts, end) - 1;
    const start = this.#starts[line]!;
    return { line: line + this.#firstLine, column: end - start - (upTo(this.#astral, end) - upTo(this.#astral, start)) + 1 };
  }

  /**
   * Where a value begins. A path that is not there gives the place of its nearest
   * parent, so that a missing field points at the group it is missing from.
   */
  of(path: readonly PropertyKey[]): Place {
    return this.#find(path, ({ value }) => value);
  }

  /** Where the name of a field begins. */
  ofKey(path: readonly PropertyKey[]): Place {
    return this.#find(path, ({ key, value }) => key ?? value);
  }

  #find(path: readonly PropertyKey[], offsetOf: (node: Node) => number): Place {
    this.#nodes ??= nodesOf(this.#text);
    for (let length = path.length; length > 0; length--) {
      const node = this.#nodes.get(JSON.stringify(path.slice(0, length)));
      if (node) return this.at(offsetOf(node));
    }
    return { line: this.#firstLine, column: 1 };
  }
}

/** Offset of the first anchor or alias, which can make a small file enormous; -1 without one. */
export function findAlias(text: string): number {
  for (const event of parseEvents(text, {})) if ('anchorStart' in event && event.anchorStart >= 0) return event.anchorStart - 1;
  return -1;
}

interface Node {
  /** Offset of the name, in a mapping. */
  key: number | undefined;
  value: number;
}

interface Open {
  path: PropertyKey[];
  /** The key whose value comes next, in a mapping. */
  key?: { name: string; at: number };
  /** The number of the item that comes next, in a sequence. */
  item?: number;
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where the characters end that take two UTF-16 units. */
const astralIn = (text: string): number[] => Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index + 2);

/** How many of these sorted offsets are not behind the given one. */
function upTo(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every value by its path as JSON. */
function nodesOf(text: string): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const open: Open[] = [];
  /** End of what was read last, after which an item without a value can be found. */
  let read = 0;
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ path: [] });
    else {
      const start = startOf(event, text);
      const parent = open.at(-1);
      if (parent && open.length > 1 && parent.item === undefined && parent.key === undefined) {
        parent.key = { name: event.type === EVENT_ID.SCALAR ? String(getScalarValue(text, event)) : '', at: start };
        read = Math.max(read, start);
        if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
      }
      const path = parent ? pathIn(parent) : [];
      const value = start >= 0 ? start : (parent?.key?.at ?? Math.max(read, text.indexOf('-', read)));
      nodes.set(JSON.stringify(path), { key: parent?.key?.at, value });
      read = Math.max(read, start < 0 ? value + 1 : 'valueEnd' in event ? event.valueEnd : start);
      if (parent) next(parent);
      if (event.type === EVENT_ID.MAPPING) open.push({ path });
      if (event.type === EVENT_ID.SEQUENCE) open.push({ path, item: 0 });
    }
  }
  return nodes;
}

type Event = ReturnType<typeof parseEvents>[number];

/** Offset of the first character of a value, inside its quotes; -1 for one that is not written. */
function startOf(event: Event, text: string): number {
  if (!('valueStart' in event)) return 'start' in event ? event.start : 'anchorStart' in event ? event.anchorStart : -1;
  if (event.style !== SCALAR_STYLE.LITERAL_BLOCK && event.style !== SCALAR_STYLE.FOLDED_BLOCK) return event.valueStart;
  const blank = /[^ \n]/u.exec(text.slice(event.valueStart, event.valueEnd))?.index ?? 0;
  return event.valueStart + blank;
}

const pathIn = (parent: Open): PropertyKey[] =>
  parent.item !== undefined ? [...parent.path, parent.item] : parent.key ? [...parent.path, parent.key.name] : parent.path;

function next(parent: Open) {
  if (parent.item !== undefined) parent.item++;
  delete parent.key;
}
