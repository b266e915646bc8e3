import { Bytes } from './bytes.ts';

/**
 * Records that tell of cells, sheets, names, notes and links ([MS-XLS] 2.3), and their forms before Excel 97. The rest
 * is read elsewhere, and the library has been seen to run for ever on damaged ones.
 */
const OF_CELLS = new Set([
  0x809, 0x409, 0x209, 0x009, 0x0a, 0x42, 0x22, 0x85, 0xfc, 0x3c, 0xfd, 0x204, 0x04, 0xd6, 0x203, 0x03, 0x27e, 0x7e, 0x02, 0xbd, 0xbe,
  0x201, 0x01, 0x205, 0x05, 0x06, 0x206, 0x406, 0x207, 0x07, 0x4bc, 0x221, 0x208, 0x08, 0x7d, 0x24, 0x41e, 0x1e, 0xe0, 0x43, 0x243, 0x443,
  0x200, 0x00, 0x18, 0x218, 0x17, 0x16, 0x1ae, 0x1c, 0x1b6, 0x5d, 0x1b8, 0x800,
]);
/** A record that the library knows and passes over. */
const PASSED_OVER = 0x0863;
const CONTINUE = 0x3c;
const STARTS = new Set([0x809, 0x409, 0x209, 0x009]);
/** Numbers up to this one were cells in Excel 2 and are none since, but for formulas. */
const LAST_OLD = 0x08;
const FORMULA = 0x06;
const WITH_FORMULA = new Set([FORMULA, 0x206, 0x406, 0x221, 0x4bc, 0x18, 0x218]);
/** The token of a text in a formula, behind which stands its length: the library runs for ever when the record ends there. */
const TEXT = 0x17;
const NOTHING = 0;
/** Bytes that a record has at least: row, column and format of a cell. */
const SHORTEST = 6;
/** Records that may be shorter, or must be longer for the length of their formula to be in them. */
const LEAST: Record<number, number> = {
  6: 22,
  518: 18,
  1030: 18,
  545: 14,
  1212: 10,
  10: 0,
  2057: 4,
  1033: 4,
  521: 4,
  9: 4,
  66: 2,
  34: 2,
  519: 3,
  7: 1,
  1054: 3,
  30: 1,
  430: 4,
  23: 2,
  22: 2,
};

/** The same stream in which all other records are passed over, and which ends where its last whole record does. */
export function cellStream(stream: Uint8Array): Uint8Array {
  const copy = stream.slice();
  const data = new Bytes(copy);
  const view = new DataView(copy.buffer);
  let isKept = true;
  let isOld = false;
  let at = 0;
  for (let end = 0; at + 4 <= copy.length; at = end) {
    const type = data.u16(at);
    end = at + 4 + data.u16(at + 2);
    if (end > copy.length) break;
    if (STARTS.has(type)) isOld = type !== 0x809;
    if (type !== CONTINUE)
      isKept = OF_CELLS.has(type) && end - at - 4 >= leastOf(type, isOld) && (isOld || type > LAST_OLD || type === FORMULA);
    if (!isKept) view.setUint16(at, PASSED_OVER, true);
    else if (WITH_FORMULA.has(type) && copy[end - 1] === TEXT) copy[end - 1] = NOTHING;
  }
  return copy.subarray(0, at);
}

/** Before Excel 97 a formula had fewer bytes in front of it. */
const leastOf = (type: number, isOld: boolean): number => (type === FORMULA && isOld ? 17 : (LEAST[type] ?? SHORTEST));
