import { utils, write } from '@e965/xlsx';

/** A spreadsheet of villages and amounts; with `numbers`, a hidden column has ID numbers of invented people. */
export function listOfPeople({ numbers }: { numbers: readonly string[] }): Uint8Array {
  const rows = [
    ['序号', '村', '面积（亩）'],
    ['1', '上清村', '32.5'],
    ['2', '下清村', '28.0'],
  ].map((row, index) => (numbers.length === 0 ? row : [...row, index === 0 ? '备注' : (numbers[index - 1] ?? '')]));
  const sheet = utils.aoa_to_sheet(rows);
  if (numbers.length > 0) sheet['!cols'] = [{}, {}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '名单');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}
