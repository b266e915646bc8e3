/**
 * Characters of GB 2312 that are traditional as well. The standard holds the characters that are simplified or always were
 * written so; whoever types only these asks in simplified ones, and the table of all others need not be fetched.
 */
export const BOTH = '乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽';

let standard: ReadonlySet<string> | undefined;

/** Whether a text has no characters that only traditional texts have, for all that is known without the table of these. */
export const isSimplified = (text: string): boolean =>
  [...text].every((character) => !/\p{Script=Han}/u.test(character) || (toStandard().has(character) && !BOTH.includes(character)));

/** The Chinese characters of GB 2312, from the browser's own table of them. */
function toStandard(): ReadonlySet<string> {
  if (standard) return standard;
  const codes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) codes.push(row, cell);
  return (standard = new Set(new TextDecoder('gbk').decode(new Uint8Array(codes))));
}
