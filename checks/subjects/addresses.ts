import type { Element } from 'hast';
import { attribute } from './elements.ts';

/** Relations of `<link>` that a browser does not fetch. */
const NOT_FETCHED = /^(?:canonical|alternate|author|license|next|prev|help|search)$/iu;

/** Addresses that an element makes a browser fetch. */
export function fetchedBy(element: Element): string[] {
  const { tagName } = element;
  const sets = ['srcSet', 'imageSrcSet'].flatMap((name) => attribute(element, name)?.split(/,\s+|,(?=https?:|\/)/u) ?? []);
  const fetched = ['src', 'poster', 'data', 'background'].flatMap((name) => attribute(element, name) ?? []);
  fetched.push(...sets.flatMap((each) => each.trim().split(/\s+/u)[0] || []), ...inStyle(attribute(element, 'style') ?? ''));
  const relations = attribute(element, 'rel')?.split(/\s+/u) ?? [];
  if (tagName === 'link' && !relations.every((relation) => NOT_FETCHED.test(relation))) fetched.push(attribute(element, 'href') ?? '');
  if (tagName === 'image' || tagName === 'use') fetched.push(attribute(element, 'href') ?? attribute(element, 'xLinkHref') ?? '');
  if (tagName === 'form') fetched.push(attribute(element, 'action') ?? '');
  if (tagName === 'button' || tagName === 'input') fetched.push(attribute(element, 'formAction') ?? '');
  return fetched.filter((address) => address !== '');
}

/** Addresses that a style sheet makes a browser fetch. */
export const inStyle = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/giu)].map(([, address, sheet]) => address ?? sheet ?? '');

/** The address that a reader can go to from this element; undefined for none. */
export const followedFrom = (element: Element): string | undefined =>
  element.tagName === 'a' || element.tagName === 'area' ? attribute(element, 'href') : undefined;

/** An address as seen from a page; undefined when it is none. The page's own host is the one given. */
export function toUrl(address: string, host: string, path: string): URL | undefined {
  return URL.parse(address.trim(), `https://${host || 'site.invalid'}${path}`) ?? undefined;
}
