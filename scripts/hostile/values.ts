import type { FormValues } from '../../cms/form/api.ts';
import { BY_OFFICE, entryFields } from '../../cms/model/entry-fields.ts';
import type { Field, Fields, ReferenceTarget } from '../../cms/model/field.ts';
import type { EntryType } from '../../cms/model/type.ts';
import { today } from '../today.ts';
import { BODY, ENDINGS, LINES, TEXTS } from './texts.ts';

export const FILES = { image: 'tupian.png', attachment: 'fujian.txt' } as const;
/** One black pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
/** Of a text, in characters. */
const SHORTEST = 9;
/** So many items a list gets where it may have as many. */
const ITEMS = 3;

/** Fields that an editor may fill in; what is not public yet has nothing to correct. */
const fieldsOf = (type: EntryType, isPublic: boolean): [string, Field][] =>
  Object.entries({ ...entryFields, ...type.fields } as Fields).filter(
    ([name]) => !BY_OFFICE.includes(name) && (isPublic || name !== 'correction'),
  );

/** What references to units, columns, duties, topics and entries name. */
export type Known = Readonly<Record<ReferenceTarget, string>>;

/**
 * Values that the checks let pass, with hostile texts wherever the model lets any text stand.
 * @param round another one brings other texts to the same field; after the first the entry is public
 */
export function fittingValues(type: EntryType, round: number, known: Known): FormValues {
  let at = round * 11;
  const next = () => TEXTS[at++ % TEXTS.length]!;
  // A comment hides what follows, which the checks do not let pass.
  return { ...toGroup(fieldsOf(type, round > 0)), body: BODY.replaceAll('<!--', '') };

  function toGroup(fields: [string, Field][]): FormValues {
    return Object.fromEntries(fields.map(([name, field]) => [name, toValue(field)]));
  }

  function toValue(field: Field): unknown {
    switch (field.kind) {
      case 'text':
        return field.shape ? toShaped(field.shape) : fill(field.max, field.lines ? LINES.join('') : '');
      case 'markdown':
        return BODY.replaceAll('<!--', '');
      case 'day':
        return today();
      case 'moment':
        return `${today()} 09:30`;
      case 'choice':
        return Object.keys(field.options)[round % Object.keys(field.options).length];
      case 'yes':
        return round % 2 === 0;
      case 'integer':
        return Math.max(field.min, Math.min(field.max, 2026));
      case 'numbers':
        return field.columns.map(() => 0);
      case 'reference':
        return known[field.to];
      case 'file':
        return FILES[field.accepts];
      case 'list':
        return Array.from({ length: Math.min(field.max, ITEMS) }, () => toValue(field.of));
      case 'group':
        return toGroup(Object.entries(field.fields));
    }
  }

  /** As many texts as there is room for; in the first round, the longest that ends what holds it before all others. */
  function fill(max: number, begun: string): string {
    const hasRoom = (text: string) => filled.length + text.length <= max;
    let filled = begun;
    if (round === 0) filled += ENDINGS.find(hasRoom) ?? '';
    for (let tried = 0; tried < TEXTS.length && max - filled.length >= SHORTEST; tried++) {
      const text = next();
      if (hasRoom(text)) filled += text;
    }
    return filled;
  }
}

/** A text of a shape: one that is still hostile if there is one, or else the example in the words for editors. */
function toShaped({ pattern, words }: { pattern: RegExp; words: string }): string {
  const hostile = [...TEXTS, "https://www.test.example/'onfocus='hit'x='"];
  const example = /例如 ([^，。\s]+)/u.exec(words)?.[1];
  const found = [...hostile, example ?? ''].find((text) => pattern.test(text));
  if (found === undefined) throw new Error(`“${words}” has no example`);
  return found;
}

/** Values for a new entry as no form would send them: every hostile text at once, in every field, whatever its kind. */
export function wildValues(type: EntryType): FormValues {
  const all = [...TEXTS, ...LINES].join(' ');
  const toWild = (field: Field): unknown => {
    if (field.kind === 'list') return [toWild(field.of), all, [all], { [all]: all }];
    if (field.kind !== 'group') return all;
    return Object.fromEntries([...Object.entries(field.fields).map(([name, inner]) => [name, toWild(inner)]), [all, all]]);
  };
  return {
    ...Object.fromEntries(fieldsOf(type, false).map(([name, field]) => [name, toWild(field)])),
    [all]: all,
    body: `${BODY}\n\n${all}`,
  };
}
