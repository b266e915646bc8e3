import { isGovernment } from '../../cms/model/government.ts';

/** The host of an address elsewhere that is not a government's, or undefined. @param own host of the portal */
export function strangeHost(address: string, own: string): string | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol) || url.hostname === own || isGovernment(url.hostname)) return undefined;
  return url.hostname;
}

/**
 * What is shown before a reader leaves for a site that is not a government's (STD-LNK-04), as HTML.
 * @param id name of the notice on its page
 * @param address where the link leads, escaped as in an attribute
 * @param back where the reader goes who stays
 */
export function toNotice(id: string, host: string, address: string, back: string): string {
  return `<div id="${id}" class="leave" tabindex="-1"><p>您将离开本网站，打开 <strong>${host}</strong>。它不是政府网站，内容和安全由对方负责。</p><p class="leave-address">${address}</p><p><a class="action" href="${address}" rel="external noopener noreferrer">继续打开</a><a href="${back}">留在本网站</a></p></div>`;
}
