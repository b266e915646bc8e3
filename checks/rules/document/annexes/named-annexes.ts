/** An annex that the text of a document lists, with its place in the body. */
export interface Annex {
  name: string;
  start: number;
  end: number;
}

const LIST = /^[ \t　]*(?:\*\*)?附件(?:\*\*)?[：:](?:\*\*)?[ \t　]*/u;
const NUMBERED = /^[ \t　]*(\d{1,2})[.．、][ \t　]*/u;

/** The annexes that the 附件说明 of a body lists: below the text, in one line or in numbered ones. */
export function namedAnnexes(body: string): Annex[] {
  const annexes: Annex[] = [];
  let isOpen = false;
  let offset = 0;
  for (const line of body.split('\n')) {
    const head = LIST.exec(line)?.[0] ?? '';
    const rest = line.slice(head.length);
    const number = NUMBERED.exec(rest)?.[0] ?? '';
    if (head !== '') isOpen = true;
    else if (line.trim() !== '' && number === '') isOpen = false;
    const name = rest.slice(number.length).trim();
    if (isOpen && name !== '') {
      const start = offset + head.length + number.length;
      annexes.push({ name: toName(name), start, end: start + name.length });
    }
    offset += line.length + 1;
  }
  return annexes.filter(({ name }) => name.length >= 2);
}

/** Without link syntax and the mark at the end. */
const toName = (text: string) => text.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/[。；;*]+$/u, '');

/** For comparing names: without white space, brackets and quotation marks. */
export const squashed = (text: string) => text.replace(/[\s　《》“”（）()〔〕]/gu, '');
