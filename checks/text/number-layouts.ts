/**
 * How people divide long numbers into groups: mobile numbers with and without the country's code, bank cards, and ID numbers
 * by area, birth and sequence. Other neighbouring groups are columns of a table or a list.
 */
export const LAYOUTS: ReadonlySet<string> = new Set([
  ...['3-4-4', '4-4-3', '3-8', '7-4', '2-11', '4-11', '2-3-4-4', '4-3-4-4'],
  ...['4-4-4-4', '4-4-4-5', '4-4-4-6', '4-4-4-4-1', '4-4-4-4-2', '4-4-4-4-3', '6-4-4-4', '6-4-4-5', '6-13', '6-10', '5-5-5-4'],
  ...[
    '6-8-4',
    '6-8-3-1',
    '6-4-4-4',
    '6-4-2-2-4',
    '6-4-2-2-3-1',
    '6-12',
    '14-4',
    '17-1',
    '2-2-2-8-4',
    '2-2-2-4-2-2-4',
    '3-3-4-4-4',
    '3-3-8-4',
  ],
  ...['10-8', '8-10', '9-9', '3-3-3-3-3-3', '6-6-6', '6-6-3', '6-2-2-2-3', '6-9'],
]);

/** What such a division can begin with. */
export const BEGINNINGS: ReadonlySet<string> = new Set(
  [...LAYOUTS].flatMap((layout) => layout.split('-').map((_, at, groups) => groups.slice(0, at + 1).join('-'))),
);
