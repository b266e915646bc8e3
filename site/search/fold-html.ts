import { BREAK, foldUnit } from './fold.ts';
import { between, decodeReference, endOfTag, INLINE, LEFT_OUT } from './page-text.ts';
import { READING_BEGIN, READING_END } from './reading-text.ts';

const LESS = 0x3c;
const AMPERSAND = 0x26;
const SLASH = 0x2f;

/**
 * What `fold` makes of what `readPage` reads, in one go and without a text in between: the index of a county is made of as many
 * characters as its pages have.
 */
export class FoldedPages {
  units = new Uint16Array(1 << 16);
  length = 0;

  /** Adds an entry's page. @returns where the part begins that only titles are searched in; undefined for a page of another kind */
  read(html: string): number | undefined {
    const from = html.indexOf('<article class="entry');
    const to = html.indexOf('<footer class="responsibility">', from);
    if (from < 0 || to < 0) return undefined;
    this.#room(html.length * 2);
    this.#fold(html, from, to);
    this.#break();
    const head = this.length;
    const article = html.slice(from, to);
    const foot = html.slice(to, html.indexOf('</footer>', to));
    for (const part of [
      between(article, '<h1>', '</h1>'),
      between(article, '<dt>发文字号</dt><dd>', '</dd>'),
      between(foot, '<span>索引号：', '</span>'),
    ]) {
      this.#fold(part, 0, part.length);
      this.#break();
    }
    return head;
  }

  /** Adds the reading version of an attachment. */
  readReading(html: string) {
    const from = html.indexOf(READING_BEGIN) + READING_BEGIN.length;
    const to = html.indexOf(READING_END, from);
    this.#room(html.length * 2);
    this.#fold(html, from, to);
  }

  #room(more: number) {
    if (this.length + more <= this.units.length) return;
    const larger = new Uint16Array(Math.max(this.units.length * 2, this.length + more));
    larger.set(this.units.subarray(0, this.length));
    this.units = larger;
  }

  #break() {
    this.units[this.length++] = BREAK;
  }

  #fold(html: string, from: number, to: number) {
    const { units } = this;
    let { length } = this;
    let at = from;
    while (at < to) {
      const unit = html.charCodeAt(at);
      if (unit === LESS) {
        const part = FIRST_LETTERS.has(html.charCodeAt(at + 1)) ? LEFT_OUT.find(({ begin }) => html.startsWith(begin, at)) : undefined;
        if (part) {
          at = html.indexOf(part.end, at) + part.end.length;
          continue;
        }
        if (!isInline(html, at + 1)) units[length++] = BREAK;
        at = endOfTag(html, at);
      } else if (unit === AMPERSAND) {
        const end = html.indexOf(';', at);
        const decoded = end < 0 || end > at + 10 ? undefined : decodeReference(html.slice(at, end + 1));
        for (const each of decoded ?? '&')
          for (let n = 0; n < each.length; n++) if (foldUnit(each.charCodeAt(n)) > BREAK) units[length++] = foldUnit(each.charCodeAt(n));
        at = decoded === undefined ? at + 1 : end + 1;
      } else {
        const folded = foldUnit(unit);
        if (folded > BREAK) units[length++] = folded;
        at++;
      }
    }
    this.length = length;
  }
}

/** Second characters of what the parts that are left out begin with. */
const FIRST_LETTERS = new Set(LEFT_OUT.map(({ begin }) => begin.charCodeAt(1)));
/** Names of inline tags as numbers, five bits a letter. */
const INLINE_NUMBERS = new Set(
  [...INLINE].map((name) => [...name].reduce((number, letter) => (number << 5) | (letter.charCodeAt(0) & 31), 0)),
);

/** Whether the tag whose name or slash stands here parts no words. */
function isInline(html: string, from: number): boolean {
  let at = html.charCodeAt(from) === SLASH ? from + 1 : from;
  let number = 0;
  for (;;) {
    const unit = html.charCodeAt(at++) | 32;
    if (unit < 97 || unit > 122) break;
    number = (number << 5) | (unit & 31);
  }
  return INLINE_NUMBERS.has(number) && !/[0-9]/u.test(html.charAt(at - 1));
}
