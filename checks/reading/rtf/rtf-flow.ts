import type { Cell, Piece, PieceKind } from '../piece.ts';
import type { Destination } from './destinations.ts';

export type State = 'seen' | 'deleted' | 'hidden';

const SAID: Record<State, string> = { seen: '', deleted: '（已删除的修订）', hidden: '（隐藏文字）' };

/** Text of one destination: what is seen, deleted and hidden apart from each other. */
export class RtfFlow {
  destination: Destination;
  readonly outer: RtfFlow | undefined;
  private words: Record<State, string[]> = { seen: [], deleted: [], hidden: [] };
  private last: State = 'seen';

  constructor(destination: Destination, outer?: RtfFlow) {
    this.destination = destination;
    this.outer = outer;
  }

  add(text: string, state: State): void {
    if (state !== this.last && state !== 'seen' && this.words[state].length > 0) this.words[state].push('\n');
    this.last = state;
    this.words[state].push(text);
  }

  /** All that was added and not yet taken, whatever its state. */
  get text(): string {
    return (['seen', 'deleted', 'hidden'] as const).map((state) => this.words[state].join('')).join('');
  }

  /** Ends a paragraph or cell. */
  take(within: string, cell?: Cell): Piece[] {
    const { kind, label, isHidden } = this.destination;
    const place = within + label + (cell ? `中的第${cell.table + 1}个表格第${cell.row + 1}行第${cell.column + 1}列` : '');
    const pieces = (['seen', 'deleted', 'hidden'] as const).map((state): Piece => {
      const own: PieceKind = state === 'deleted' ? 'deleted' : cell ? 'cell' : kind;
      return {
        text: this.words[state].join('').trim(),
        where: place + SAID[state],
        kind: own,
        isHidden: isHidden || state !== 'seen',
        ...(cell && { cell }),
      };
    });
    this.words = { seen: [], deleted: [], hidden: [] };
    this.last = 'seen';
    return pieces.filter(({ text }) => text !== '');
  }
}
