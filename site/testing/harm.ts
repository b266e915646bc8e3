import { attribute, type Element, elements, find, type Node, textOf } from './document.ts';

const FOREIGN = ['style', 'iframe', 'object', 'embed', 'form', 'base', 'svg', 'math', 'input', 'video', 'button'];
const ADDRESSES = ['href', 'src', 'srcSet', 'action', 'formAction', 'data', 'poster'];

/** What no page may hold, whoever wrote it: a text that does harm calls `hit()` or leads to a host named evil. @param own what the page has by itself */
export function harmIn(document: Node, own: ReadonlySet<Element>): string[] {
  return [...elements(document)].flatMap((element) => {
    if (own.has(element)) return [];
    const { tagName, properties } = element;
    const addresses = ADDRESSES.map((name) => attribute(element, name) ?? '');
    return [
      ...(FOREIGN.includes(tagName) ? [tagName] : []),
      ...(tagName === 'script' && properties.type !== 'application/ld+json' ? ['script'] : []),
      ...(tagName === 'meta' && properties.httpEquiv && String(properties.httpEquiv) !== 'Content-Security-Policy' ? ['meta'] : []),
      ...Object.keys(properties).filter((name) => name === 'style' || /^on/iu.test(name)),
      ...addresses.filter((address) => /evil|hit\(|^(?:javascript|vbscript|data):/iu.test(address)),
    ];
  });
}

/**
 * The forms that ask the search page and that choose a mode, with all in them, the script of the modes, and what the search page has
 * beside: a button, and its script in a file.
 */
export function ownOf({ document, path }: { document: Node; path: string }): Set<Element> {
  const forms = find(document, 'form').filter((form) => ['/search/', '/accessibility/'].includes(attribute(form, 'action') ?? ''));
  const scripts = find(document, 'script').filter((script) => textOf(script) === '');
  const modes = scripts.filter((script) => /^\/assets\/modes\.[\w-]+\.js$/u.test(attribute(script, 'src') ?? ''));
  const more = path === '/search/' ? [...find(document, 'button'), ...scripts] : [];
  return new Set([...forms, ...forms.flatMap((form) => [...elements(form)]), ...modes, ...more]);
}
