import type { Library } from '../../../../cms/library/library.ts';

const known = new WeakMap<Library, readonly string[]>();

/** Whether some public entry has such a title; titles are read once for a library. */
export function hasText(library: Library, pattern: RegExp): boolean {
  let titles = known.get(library);
  if (!titles) {
    const all: string[] = [];
    for (const { isPublic, type, data } of library.storedEntries())
      if (isPublic && type !== 'news' && type !== 'letter' && data.title.includes('信息公开')) all.push(data.title);
    known.set(library, (titles = all));
  }
  return titles.some((title) => pattern.test(title));
}
