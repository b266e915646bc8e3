import { DOCUMENT_NUMBER } from '../../model/shapes.ts';

/** Anything that is meant as a document number, whole or not, in a folded text. */
const LIKE = /[\u4e00-\u9fff]{1,14}(?:[〔【[］\]]|[（](?=(?:19|20)\d{2} ?[）] ?第?\d)) ?(?:19|20)\d{2} ?[〕】\]）]? ?第?0* ?\d{0,5} ?号?/gu;
const WHOLE = /^([\u4e00-\u9fff]{1,14})[〔【[（] ?((?:19|20)\d{2}) ?[〕】\]）] ?([1-9]\d{0,4}) ?号$/u;
/** 平办发201012号: the brackets are lost, and with them where the year ends. */
const BARE = /[\u4e00-\u9fff]{1,10}(?:发|函|办|规|字|令) ?(?:19|20)\d{2} ?第? ?\d{1,5} ?号/gu;

/** The number that a line gives and nothing else, its brackets as the standard wants them. */
export function toDocumentNumber(plain: string): string | undefined {
  const line = plain.trim().replaceAll(' ', '');
  const parts = WHOLE.exec(line);
  const number = parts ? `${parts[1]}〔${parts[2]}〕${parts[3]}号` : line;
  return DOCUMENT_NUMBER.pattern.test(number) ? number : undefined;
}

/** Document numbers in a text that are not whole, with what is wrong. */
export function brokenNumbersIn(plain: string): { from: number; to: number; wrong: string }[] {
  const bare = [...plain.matchAll(BARE)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    wrong: '年份两边缺“〔”“〕”',
  }));
  const like = [...plain.matchAll(LIKE)].flatMap((match) => {
    const wrong = whatIsWrong(match[0]);
    return wrong ? [{ from: match.index, to: match.index + match[0].trimEnd().length, wrong }] : [];
  });
  return [...bare, ...like];
}

function whatIsWrong(number: string): string | undefined {
  const rest = /(?:19|20)\d{2}(.*)$/u.exec(number)?.[1]?.trim() ?? '';
  const missing = [/^[〕】\]）]/u.test(rest) ? '' : '“〕”', /\d/u.test(rest) ? '' : '序号', rest.endsWith('号') ? '' : '“号”'].filter(
    (part) => part !== '',
  );
  if (missing.length > 0) return `缺${missing.join('和')}`;
  if (/第/u.test(rest)) return '序号前多了“第”';
  if (/[〕】\]）] ?0/u.test(rest)) return '序号前多了“0”';
  return undefined;
}
