import { decodeHTML } from 'entities';

/** What runs a program in pages, pictures and data alike: a script, a style sheet that makes a page of data, a text that becomes one of them. */
const PROGRAM = /<(?:[^\s<>/:]+:)?script[\s/>]|<\?xml-stylesheet\s|<!entity[^>]*&#/iu;
/** What runs one in pages and pictures only. */
const EVENT = /[\s"'/](?:on[a-z]{2,}|srcdoc)\s*=/iu;
const PAGE_OR_PICTURE = /www\.w3\.org\/(?:1999\/xhtml|2000\/svg)/iu;
const RUNS = /javascript:/iu;

/** Whether a browser runs something when it shows a text as a page, as a picture or as XML. @param isPage whether it is a page or a picture by itself */
export function hasProgram(text: string, isPage: boolean): boolean {
  if (PROGRAM.test(text)) return true;
  const plain = text.includes('&') ? decodeHTML(text) : text;
  // A browser skips these within an address.
  if (RUNS.test(plain.replace(/[\t\n\r\0]/gu, ''))) return true;
  return (isPage || PAGE_OR_PICTURE.test(plain)) && EVENT.test(text);
}
