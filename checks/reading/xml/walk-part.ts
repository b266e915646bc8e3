import type { Gather } from '../gather.ts';
import { type Attributes, parseXml } from './parse-xml.ts';
import { stripTags } from './strip-tags.ts';
import { isTelling } from './telling.ts';

/** Understands one kind of XML part. */
export interface PartHandler {
  /** Answers with the full names of the attributes whose values it used, if any. */
  open?(name: string, attributes: Attributes, parent: string): readonly string[] | undefined;
  /** Answers whether it used the text. */
  text?(text: string, parent: string): boolean;
  close?(name: string, parent: string): void;
  end?(): void;
}

/**
 * Reads a part with the handler that `choose` gives for its root element, and gathers as `other` every telling value
 * that the handler did not use, each once a part, so that nothing is lost for being unknown.
 */
export function walkPart(
  bytes: Uint8Array,
  where: string,
  gather: Gather,
  choose: (root: string, attributes: Attributes) => PartHandler | undefined,
): void {
  const names: string[] = [];
  const first = gather.pieces.length;
  const swept = new Set<string>();
  let handler: PartHandler | undefined;
  const sweep = (value: string) => {
    if (!isTelling(value) || swept.has(value)) return;
    if (swept.size < 100_000) swept.add(value);
    gather.add({ text: value.trim(), where, kind: 'other', isHidden: true });
  };
  const state = parseXml(bytes, {
    open(name, attributes) {
      if (names.length === 0) handler = choose(name, attributes);
      const used = handler?.open?.(name, attributes, names.at(-1) ?? '');
      names.push(name);
      for (const key in attributes) {
        if (key.startsWith('xmlns') || used?.includes(key)) continue;
        sweep(attributes[key]!);
      }
    },
    text(text) {
      if (/\S/u.test(text) || text.length < 20) {
        if (!handler?.text?.(text, names.at(-1) ?? '')) sweep(text);
      }
    },
    close(name) {
      names.pop();
      handler?.close?.(name, names.at(-1) ?? '');
    },
    aside: sweep,
    isEnough: () => gather.isFull,
  });
  handler?.end?.();
  if (state === 'well') return;
  gather.trait({ kind: 'corrupt', where });
  // The parser takes an ampersand that stands alone, and all up to the next semicolon, for a name.
  const told = new Set(gather.pieces.slice(first).map(({ text }) => text));
  for (const stretch of stripTags(bytes)) if (!told.has(stretch)) sweep(stretch);
}
