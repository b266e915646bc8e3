import type { Library } from '../../../../cms/library/library.ts';

/** A document that bears a number. */
interface Numbered {
  folder: string;
  title: string;
  /** Index number, or the folder of a draft. */
  label: string;
}

/** Documents by their number (发文字号), the earliest first. */
export function numberedIn(library: Library): Map<string, Numbered[]> {
  const found = new Map<string, Numbered[]>();
  for (const { folder, number: label = folder, data } of library.stored.holding(['policy', 'notice', 'disclosure'], '"document_number":')) {
    const key = 'document_number' in data ? data.document_number : undefined;
    // 2026年第3号 is counted by every body for itself.
    if (!key || /^\d/u.test(key)) continue;
    const documents = found.get(key) ?? [];
    if (documents.length === 0) found.set(key, documents);
    documents.push({ folder, title: data.title, label });
  }
  for (const documents of found.values()) documents.sort((a, b) => (a.label.slice(-12) < b.label.slice(-12) ? -1 : 1));
  return found;
}
