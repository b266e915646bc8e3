/** A heading that a table of contents can lead to. */
export interface Heading {
  id: string;
  text: string;
}

/** 第一章, 第二编 and 第三节 stand in the middle of the line in laws and rules. */
const CHAPTER = /^第[一二三四五六七八九十百]+[编章节]\s/u;
const HEADING = /<h([1-5])>([\s\S]*?)<\/h\1>/gu;
const LOWEST = 6;

/**
 * Gives headings a name to link to and a rank that follows from the one before, so that none is skipped. The
 * heading right behind a signature is the title of the document that is issued.
 * @param prefix of the names, so that several texts can stand on a page
 * @param highest rank; the page's title is the only h1
 */
export function toHeadings(html: string, prefix = 's', highest = 2): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const above: number[] = [];
  let count = 0;
  const done = html.replace(HEADING, (_, rank: string, content: string, at: number) => {
    const text = content.replace(/<[^>]*>/gu, '').trim();
    if (text === '') return '';
    while (above.length > 0 && above.at(-1)! >= Number(rank)) above.pop();
    const level = Math.min(LOWEST, highest + above.length);
    above.push(Number(rank));
    const id = `${prefix}${++count}`;
    if (level === highest) headings.push({ id, text });
    const look = html.slice(0, at).trimEnd().endsWith(SIGNED) ? ' class="document-title"' : CHAPTER.test(text) ? ' class="chapter"' : '';
    return `<h${level} id="${id}"${look}>${content}</h${level}>`;
  });
  return { html: done.replaceAll(SIGNED, ''), headings };
}

/** Marks the end of a signature until headings are done. */
const SIGNED = '<!--signed-->';
/** Lines of names and nothing else, then a line that is a date and nothing else, at the end of a document. */
const SIGNATURE =
  /(?<=<\/(?:p|ol|ul|section|blockquote)>\s*)((?:<p>(?!特此|以上|附)[\p{Script=Han}\d\s]{3,90}<\/p>\s*){1,8})<p>(\d{4}年\d{1,2}月\d{1,2}日)<\/p>(?=\s*(?:$|<h\d|<p>(?:附件|（)|<section))/gu;

/** Marks issuer and date of an official document, which stand at the right. Anything less certain stays as it is. */
export function toSignatures(html: string): string {
  return html.replace(
    SIGNATURE,
    (_, names: string, date: string) => `${names.replaceAll('<p>', '<p class="signature">')}<p class="signature">${date}</p>${SIGNED}`,
  );
}
