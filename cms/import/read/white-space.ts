import { pick, rewrite, type Text } from '../text.ts';

/** Characters that take no room: they break searching and are never meant. */
export const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff]/u;
const SPACE = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;

/** The text without white space at its ends and with one space, or line break, between words. */
export function clean(text: Text): Text {
  const value = text.value;
  const isSpace = (i: number) => SPACE.test(value[i]!) && !ZERO_WIDTH.test(value[i]!);
  const shown = pick(text, (i) => !ZERO_WIDTH.test(value[i]!));
  if (shown.value.length !== value.length) return clean(shown);
  let first = 0;
  let last = value.length - 1;
  while (first <= last && isSpace(first)) first++;
  while (last >= first && isSpace(last)) last--;
  const breaks = breakRuns(value, isSpace);
  const single = value.replace(/[^\S\n]/gu, ' ');
  return pick(
    rewrite(text, single),
    (i) => i >= first && i <= last && (!isSpace(i) || (breaks[i] ? value[i] === '\n' && !earlier(value, i) : !isSpace(i - 1))),
  );
}

/** For every white space, whether its run holds a line break. */
function breakRuns(value: string, isSpace: (i: number) => boolean): boolean[] {
  const breaks = new Array<boolean>(value.length).fill(false);
  for (let from = 0; from < value.length; from++) {
    if (!isSpace(from)) continue;
    let to = from;
    while (to < value.length && isSpace(to)) to++;
    if (value.slice(from, to).includes('\n')) breaks.fill(true, from, to);
    from = to;
  }
  return breaks;
}

/** Whether a line break stands before this one in the same run of white space. */
function earlier(value: string, i: number): boolean {
  for (let before = i - 1; before >= 0 && SPACE.test(value[before]!); before--) if (value[before] === '\n') return true;
  return false;
}
