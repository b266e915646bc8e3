import { Places } from '../../cms/library/places.ts';
import { readText } from '../../cms/library/read-text.ts';
import type { Source } from '../../cms/library/source.ts';
import { split, YAML_LINE } from '../../cms/library/split.ts';
import type { Spot } from '../text/passage.ts';
import { fieldSpot } from './entry-subject.ts';

/** Finds where fields of content files stand; each file is read once, and only when asked for. */
export function toRecordSpots(source: Source): (file: string, path: string) => Spot {
  const known = new Map<string, Places>();
  return (file, path) => {
    let places = known.get(file);
    if (!places) known.set(file, (places = placesOf(source.readOne(file), file)));
    return { ...fieldSpot(path, places), file };
  };
}

function placesOf(bytes: Uint8Array | undefined, file: string): Places {
  const read = bytes && readText(bytes);
  const text = read && 'text' in read ? read.text : '';
  return file.endsWith('.md') ? new Places(split(text)?.yaml ?? '', YAML_LINE) : new Places(text);
}
