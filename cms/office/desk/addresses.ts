import { entryPath } from '../../library/addresses.ts';

/** What is left of an entry's folder in the desk's addresses. */
const tail = (folder: string) => folder.slice('entries/'.length);

export const toChangePath = (folder: string): string => `/desk/change/${tail(folder)}`;
export const toPublishedPath = (folder: string): string => `/desk/published/${tail(folder)}`;
/** The rendered page of a version: a commit of the draft, or `main`. */
export const toPreviewPath = (folder: string, version: string): string => `/desk/preview/${version}/${tail(folder)}`;
export const toFilePath = (folder: string, version: string, name: string): string =>
  `/desk/file/${version}/${tail(folder)}/${encodeURIComponent(name)}`;

/** The entry in the editor's form. */
export function toFormPath(folder: string): string {
  const [unit, type, ...rest] = tail(folder).split('/');
  return `/edit#/collections/${unit}_${type}/entries/${rest.join('/')}/index`;
}

/** Where citizens find an entry. */
export const toPublicAddress = (publicSite: string, number: string): string => new URL(entryPath(number), publicSite).href;
