import type { Library } from '../../cms/library/library.ts';
import { Places } from '../../cms/library/places.ts';
import { readText } from '../../cms/library/read-text.ts';
import { split, YAML_LINE } from '../../cms/library/split.ts';
import type { StoredEntry } from '../../cms/library/stored.ts';
import { labelOf } from '../reading/markdown/labels.ts';
import type { EntrySubject } from '../subjects/entry.ts';
import type { Spot } from '../text/passage.ts';
import type { Revised } from './judge-change.ts';
import { readCalendar } from './read-calendar.ts';

/** An entry made ready for rules. Its file is read again only when a rule has something to say. */
export function toEntrySubject(stored: StoredEntry, library: Library, today: string, { source, judging }: Revised): EntrySubject {
  let parts: ReturnType<typeof partsOf> | undefined;
  const read = () => (parts ??= partsOf(source.readOne(`${stored.folder}/index.md`)));
  return {
    ...stored,
    library,
    today,
    calendar: readCalendar(judging).calendar,
    spotOf: (path) => fieldSpot(path, read().yaml, stored.type),
    spotIn: (start, end) => {
      const { body, bodyPlaces, bodyAt } = read();
      const begin = bodyPlaces.at(bodyAt + start);
      const last = bodyPlaces.at(bodyAt + end);
      return {
        where: '“正文”',
        written: body.slice(bodyAt + start, bodyAt + end),
        place: { ...begin, endLine: last.line, endColumn: last.column },
      };
    },
  };
}

/**
 * Where a field stands in front matter, or its nearest parent when it is not there.
 * @param type of the entry, which tells what its fields are called
 */
export function fieldSpot(path: string, yaml: Places, type?: string): Spot {
  const keys = path.split('.').map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
  const names = keys.filter((key) => typeof key === 'string');
  const { line, column } = yaml.of(keys);
  const label = labelOf(names, type) ?? labelOf(names.slice(0, -1), type) ?? names.at(-1) ?? path;
  return { where: `“${label}”`, written: '', place: { line, column, endLine: line, endColumn: column } };
}

function partsOf(bytes: Uint8Array | undefined) {
  const read = bytes && readText(bytes);
  const { yaml = '', body = '' } = (read && 'text' in read && split(read.text)) || {};
  const bodyLine = YAML_LINE + yaml.split('\n').length;
  // The library trims the body, so offsets count from its first character.
  return { yaml: new Places(yaml, YAML_LINE), body, bodyPlaces: new Places(body, bodyLine), bodyAt: body.length - body.trimStart().length };
}
