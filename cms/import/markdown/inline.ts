import type { PhrasingContent } from 'mdast';
import { OBJECT, type Style, slice, type Text } from '../text.ts';

const MARK = /[^\p{L}\p{N}]/u;

/** The characters of a paragraph as Markdown nodes. */
export function toInline(text: Text): PhrasingContent[] {
  return runsOf(text).flatMap((run) => toNodes(run));
}

/** Stretches of one look, cut also where a picture, a note or a line break stands. */
function runsOf(text: Text): Text[] {
  const runs: Text[] = [];
  let from = 0;
  const isSingle = (i: number) => text.value[i] === '\n' || text.style[i]?.image !== undefined || text.style[i]?.note !== undefined;
  for (let i = 1; i <= text.value.length; i++) {
    if (i < text.value.length && !isSingle(i) && !isSingle(i - 1) && isSame(text.style[i], text.style[i - 1])) continue;
    runs.push(slice(text, from, i));
    from = i;
  }
  return runs;
}

function isSame(one: Style | undefined, other: Style | undefined): boolean {
  return (
    one === other ||
    (one?.bold === other?.bold &&
      one?.href === other?.href &&
      one?.raised === other?.raised &&
      one?.lowered === other?.lowered &&
      !one?.image &&
      !other?.image &&
      !one?.note &&
      !other?.note)
  );
}

function toNodes(run: Text): PhrasingContent[] {
  const style = run.style[0];
  if (run.value === '\n') return [{ type: 'break' }];
  if (run.value === OBJECT && style?.image) return [{ type: 'image', url: style.image.file, alt: style.image.alt }];
  if (run.value === OBJECT && style?.note) return [{ type: 'footnoteReference', identifier: style.note, label: style.note }];
  const inner = style?.bold ? toBold(run.value) : style?.href ? [{ type: 'text' as const, value: run.value }] : withAddresses(run.value);
  const raised = style?.raised ? 'sup' : style?.lowered ? 'sub' : undefined;
  const placed: PhrasingContent[] = raised
    ? [{ type: 'html', value: `<${raised}>` }, ...inner, { type: 'html', value: `</${raised}>` }]
    : inner;
  return style?.href ? [{ type: 'link', url: style.href, children: placed as never }] : placed;
}

/** Written as text, an address would take the Chinese after it along into its link. */
function withAddresses(value: string): PhrasingContent[] {
  return value
    .split(/(https?:\/\/[!-~]*[A-Za-z0-9/])/u)
    .map(
      (part, i): PhrasingContent =>
        i % 2 === 1 ? { type: 'link', url: part, children: [{ type: 'text', value: part }] } : { type: 'text', value: part },
    )
    .filter((node) => node.type === 'link' || (node.type === 'text' && node.value !== ''));
}

/** Bold without the marks at its ends: Markdown cannot close bold between a mark and a Chinese character. */
function toBold(value: string): PhrasingContent[] {
  let [from, to] = [0, value.length];
  while (from < to && MARK.test(value[from]!)) from++;
  while (to > from && MARK.test(value[to - 1]!)) to--;
  const nodes: PhrasingContent[] = [
    { type: 'text', value: value.slice(0, from) },
    { type: 'strong', children: [{ type: 'text', value: value.slice(from, to) }] },
    { type: 'text', value: value.slice(to) },
  ];
  return nodes.filter((node) => (node.type === 'strong' ? from < to : node.type === 'text' && node.value !== ''));
}
