import type { Cell, Piece, PieceKind } from '../piece.ts';
import type { Part } from './word-parts.ts';
import { DELETED, HIDDEN, IN_TABLE, ROW_END, type WordText } from './word-text.ts';

type State = 'seen' | 'deleted' | 'hidden' | 'code';

/** Makes pieces of one part of a document: paragraphs and cells, with what is deleted, hidden or a field's instruction apart. */
export class WordPieces {
  readonly pieces: Piece[] = [];
  private readonly word: WordText;
  private readonly within: string;
  private tables = 0;

  constructor(word: WordText, within: string) {
    this.word = word;
    this.within = within;
  }

  read(part: Part): void {
    const { text, looks } = this.word;
    const fields: State[] = [];
    const grid = { row: 0, column: 0, isOpen: false };
    let words: Record<State, string> = blank();
    let last: State = 'seen';
    const flush = (cell?: Cell) => {
      this.put(words, part, cell);
      words = blank();
      last = 'seen';
    };
    for (let cp = part.from; cp < part.to; cp++) {
      const code = text.charCodeAt(cp);
      const look = looks[cp]!;
      if (code === 0x13) fields.push('code');
      else if (code === 0x14 && fields.length > 0) fields[fields.length - 1] = 'seen';
      else if (code === 0x15) fields.pop();
      const isInTable = (look & IN_TABLE) !== 0;
      if (code === 7 || code === 13 || code === 12) {
        if (code === 7 && (look & ROW_END || !isInTable)) {
          flush();
          grid.row++;
          grid.column = 0;
        } else if (code === 7) flush({ table: this.tables, row: grid.row, column: grid.column++ });
        else if (isInTable) words[last] += '\n';
        else flush();
        if (isInTable) grid.isOpen = true;
        else if (grid.isOpen) {
          this.tables++;
          Object.assign(grid, { row: 0, column: 0, isOpen: false });
        }
        continue;
      }
      const state: State = look & DELETED ? 'deleted' : look & HIDDEN ? 'hidden' : fields.includes('code') ? 'code' : 'seen';
      if (state !== last && state !== 'seen' && words[state] !== '') words[state] += '\n';
      last = state;
      words[state] += plain(code);
    }
    flush();
    if (grid.isOpen) this.tables++;
  }

  private put(words: Record<State, string>, part: Part, cell: Cell | undefined): void {
    const place = cell
      ? `${this.within}${part.where}中的第${cell.table + 1}个表格第${cell.row + 1}行第${cell.column + 1}列`
      : this.within + part.where;
    const isRemark = part.kind === 'remark' || part.kind === 'other';
    for (const state of ['seen', 'deleted', 'hidden', 'code'] as const) {
      for (const line of state === 'seen' || state === 'hidden' ? [words[state]] : words[state].split('\n')) {
        const text = line.trim();
        if (text === '') continue;
        const kind: PieceKind = state === 'deleted' ? 'deleted' : state === 'code' ? 'code' : cell ? 'cell' : part.kind;
        const where = place + { seen: '', deleted: '（已删除的修订）', hidden: '（隐藏文字）', code: '中的域代码' }[state];
        this.pieces.push({ text, where, kind, isHidden: state !== 'seen' || isRemark, ...(cell && { cell }) });
      }
    }
  }
}

const blank = (): Record<State, string> => ({ seen: '', deleted: '', hidden: '', code: '' });

/** What a character of the file is in a text; marks of fields, notes and pictures are nothing. */
function plain(code: number): string {
  if (code === 0x0b) return '\n';
  if (code === 0x1e) return '-';
  if (code >= 0x20 || code === 9) return String.fromCharCode(code);
  return '';
}
