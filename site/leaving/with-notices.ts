import { decodeHTML } from 'entities';
import { strangeHost, toNotice } from './notice.ts';

const LINK = /<a\b([^>]*?)\shref="(https?:[^"]*)"([^>]*)>/giu;
/** A link that stands in a notice. */
const IN_NOTICE = /\srel="external\b/u;
const END = '</main>';

/**
 * Has every link of a page to a site that is not a government's lead to a notice on the page itself, which leads on. So nothing but
 * the links that stand in the page can ever be opened, and no script is needed. On paper the notices list the addresses.
 * @param own host of the portal
 */
export function withNotices(html: string, own: string): string {
  const numbers = new Map<string, number>();
  const notices: string[] = [];
  const led = html.replace(LINK, (link, before: string, address: string, after: string) => {
    const host = IN_NOTICE.test(before + after) ? undefined : strangeHost(decodeHTML(address), own);
    if (host === undefined) return link;
    const known = numbers.get(address);
    const number = known ?? notices.length + 1;
    if (known === undefined) {
      numbers.set(address, number);
      notices.push(toNotice(`leave-${number}`, host, address, `#left-${number}`));
    }
    return `<a${before} href="#leave-${number}"${known === undefined ? ` id="left-${number}"` : ''}${after}>`;
  });
  if (notices.length === 0) return html;
  const end = led.lastIndexOf(END) + END.length;
  return `${led.slice(0, end)}<aside class="leaving frame" aria-labelledby="leaving"><h2 id="leaving">本页通往其他网站的链接</h2>${notices.join('')}</aside>${led.slice(end)}`;
}
