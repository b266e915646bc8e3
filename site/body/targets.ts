/** A file that a link or picture leads to. */
export interface Resolved {
  href: string;
  /** Pictures only: an element and attributes that offer it in several formats and widths; both empty when it has no size. */
  picture?: { source: string; attributes: string };
}
/** Gives the file that a relative target names, or undefined when there is none. */
export type Resolve = (target: string) => Resolved | undefined;

const TAG = /<(a|img)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gu;
const TARGET = /\s(?:href|src)="([^"]*)"/u;

/** Resolves the links and pictures of a text; those that lead nowhere or elsewhere than they may lose their target. */
export function resolveTargets(html: string, resolve: Resolve): string {
  return html.replace(TAG, (_, name: 'a' | 'img', attributes: string) => {
    const target = TARGET.exec(attributes)?.[1];
    const rest = attributes.replace(TARGET, '');
    if (target === undefined) return name === 'a' ? `<a${rest}>` : '';
    return name === 'a' ? toLink(target, rest, resolve) : toPicture(target, rest, resolve);
  });
}

function toLink(target: string, rest: string, resolve: Resolve): string {
  if (/^https?:\/\//iu.test(target)) return `<a href="${target}"${rest} rel="noopener noreferrer">`;
  if (isOwn(target) || /^(?:mailto:|tel:|#)[^\s\\]*$/iu.test(target)) return `<a href="${target}"${rest}>`;
  const resolved = resolve(decode(target));
  return resolved ? `<a href="${resolved.href}"${rest}>` : `<a${rest}>`;
}

/** A picture lies beside the text or is left out: nothing is fetched from elsewhere. */
function toPicture(target: string, rest: string, resolve: Resolve): string {
  const attributes = /\salt="/u.test(rest) ? rest : `${rest} alt=""`;
  const { href, picture } = resolve(decode(target)) ?? {};
  if (picture === undefined) return '';
  const image = `<img src="${href}"${picture.attributes}${attributes}>`;
  return picture.source === '' ? image : `<picture>${picture.source}${image}</picture>`;
}

/** Whether a target is a path on this site. Browsers read `/\`, and some servers `/%5c`, as the start of a host. */
const isOwn = (target: string) => /^\/(?![/\\]|%5c)[^\s\\\u0000-\u001f]*$/iu.test(target);

function decode(target: string): string {
  try {
    return decodeURIComponent(target.replaceAll('&amp;', '&'));
  } catch {
    return target;
  }
}
