/** Line of the file on which the front matter's YAML begins. */
export const YAML_LINE = 2;

/** Splits front matter and body. */
export function split(text: string): { yaml: string; body: string } | undefined {
  if (!text.startsWith('---\n')) return undefined;
  const end = text.indexOf('\n---', 3);
  if (end === -1) return undefined;
  const after = text.indexOf('\n', end + 1);
  if (text.slice(end + 1, after === -1 ? undefined : after).trimEnd() !== '---') return undefined;
  return { yaml: text.slice(4, end + 1), body: after === -1 ? '' : text.slice(after + 1) };
}
