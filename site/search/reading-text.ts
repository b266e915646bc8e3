import { between, toText } from './page-text.ts';

/** Where the text of an attachment begins and ends on the page of its reading version. */
export const READING_BEGIN = '<article class="reading body">';
export const READING_END = '</article>';

/** What is searched of the reading version of an attachment, a line for each block. */
export const readReading = (html: string): string => toText(between(html, READING_BEGIN, READING_END));
