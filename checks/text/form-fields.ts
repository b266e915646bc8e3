import { itemsOfFields } from './grid.ts';
import type { Field, Item } from './item.ts';
import { plainLabel } from './labels.ts';
import type { Passage } from './passage.ts';

/** How readers call the value of a field: of a form in PDF or HTML, of front matter. */
const FIELD = /(?:表单域?|字段)“([^”]{1,60})”$/u;

/** What the fields of a fillable form or of front matter hold, in the order of the file: items of each run of fields. */
export function itemsOfFormFields(passages: readonly Passage[]): Item[] {
  const runs: Field[][] = [];
  let isRun = false;
  for (const passage of passages) {
    // The reader tells a field's name as well as its value.
    if (passage.kind === 'name' || passage.kind === 'link' || passage.where === '字段名') continue;
    const [, name] = FIELD.exec(passage.where) ?? [];
    if (name !== undefined) {
      if (!isRun) runs.push([]);
      runs.at(-1)!.push({ text: passage.text, label: plainLabel(name), passage, start: 0, end: passage.text.length });
    }
    isRun = name !== undefined;
  }
  return runs.flatMap(itemsOfFields);
}
