import type { Nodes } from 'mdast';

/** So many opening brackets in one block make links; a reader of Markdown takes longer with the square of their number. */
const MOST = 500;
/** Characters for private use that no text has; as long as what they stand for. */
const STANDS_FOR: Readonly<Record<string, string>> = { '[': '\ue0f0', ']': '\ue0f1' };
const RESTORED = new Map(Object.entries(STANDS_FOR).map(([bracket, sign]) => [sign, bracket]));
const WRITTEN = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const;

/** The text with such brackets hidden as are too many in their block to mean links. A row of a table is a block. */
export function tameBrackets(text: string): string {
  if (text.split('[').length <= MOST) return text;
  let count = 0;
  return text
    .split('\n')
    .map((line) => {
      if (line.trim() === '' || line.startsWith('|')) count = 0;
      return line.replace(/[[\]]/gu, (bracket) => {
        if (bracket === '[') count++;
        return count > MOST ? STANDS_FOR[bracket]! : bracket;
      });
    })
    .join('\n');
}

/** Puts the brackets back into a tree that was made of a tamed text. */
export function restoreBrackets(node: Nodes): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const field of WRITTEN) {
    const value = fields[field];
    if (typeof value === 'string') fields[field] = value.replace(/[\ue0f0\ue0f1]/gu, (sign) => RESTORED.get(sign)!);
  }
  if ('children' in node) for (const child of node.children) restoreBrackets(child);
}
