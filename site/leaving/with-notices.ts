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
  if (!leadsAway(html, own)) return html;
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

/** Whether there is any such link: most pages have none but their own address and those of their foot, which are known. Names of attributes are written small. */
function leadsAway(html: string, own: string): boolean {
  const home = `https://${own}/`;
  for (let at = html.indexOf(HREF); at >= 0; at = html.indexOf(HREF, at + HREF.length)) {
    const from = at + HREF.length - SCHEME.length;
    if (!html.startsWith(home, from) && isStrange(html.slice(from, html.indexOf('"', from)), own)) return true;
  }
  return false;
}

function isStrange(address: string, own: string): boolean {
  if (own !== judgedFor || judged.size === MOST) judged.clear();
  judgedFor = own;
  let strange = judged.get(address);
  if (strange === undefined) judged.set(address, (strange = strangeHost(decodeHTML(address), own) !== undefined));
  return strange;
}

const SCHEME = 'http';
const HREF = ` href="${SCHEME}`;
/** What was found of addresses, as seen from one portal. */
const judged = new Map<string, boolean>();
let judgedFor = '';
const MOST = 10_000;
