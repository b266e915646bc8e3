import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';
import type { Piece, Stretch } from '../compare-texts.ts';

/** Lines around a change that are shown; what lies between is folded. */
const AROUND = 1;

/** Text with what changed marked: what went is struck through, what came is underlined. */
export const showDifference = (stretches: readonly Stretch[]): Html =>
  html`<div class="difference">${stretches.map((stretch, index) => (stretch.kind === 'changed' ? showPieces(stretch.pieces) : showLines(stretch.lines, index === 0, index === stretches.length - 1)))}</div>`;

const showPieces = (pieces: readonly Piece[]): Html => html`<p>${pieces.map(showPiece)}</p>`;

function showPiece({ kind, text, value }: Piece): Html {
  const words = value && kind !== 'same' ? html`<b>${text}</b>` : html`${text}`;
  return kind === 'removed' ? html`<del>${words}</del>` : kind === 'added' ? html`<ins>${words}</ins>` : words;
}

function showLines(lines: readonly string[], isFirst: boolean, isLast: boolean): Html {
  const head = isFirst ? 0 : AROUND;
  const tail = isLast ? 0 : AROUND;
  if (lines.length <= head + tail + 1) return html`${lines.map(showLine)}`;
  const folded = lines.slice(head, lines.length - tail);
  return html`${lines.slice(0, head).map(showLine)}
<details><summary>${folded.length} 段没有变化</summary>${folded.map(showLine)}</details>
${lines.slice(lines.length - tail).map(showLine)}`;
}

const showLine = (line: string): Html => html`<p>${line}</p>`;
