import { requireFields } from './place.ts';

/** The fields of an entry's text, none when they cannot be read any more. */
export function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return requireFields(Buffer.from(text));
  } catch {
    return {};
  }
}

/** What lists call an entry, also while it has no title. */
export const titleOf = ({ title }: Readonly<Record<string, unknown>>): string =>
  typeof title === 'string' && title.trim() !== '' ? title : '（没有标题）';
