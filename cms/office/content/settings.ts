import type { Settings } from '../../form/api.ts';
import { type FormPerson, toConfig } from '../../form/config.ts';
import type { Library } from '../../library/library.ts';
import type { Person } from '../accounts/people.ts';
import { Refusal } from '../store/refusal.ts';
import { editedBy } from './own-units.ts';

/** What the form shows to a person: the types of the own units and no other. @throws Refusal to somebody who is no editor */
export function toSettings(person: Person, library: Library): Settings {
  const units = editedBy(person);
  if (units.length === 0) throw new Refusal('forbidden', '您现在不是任何单位的编辑，不能写稿。要写稿，请单位在人员名单里加上编辑角色。');
  const formPerson: FormPerson = { account: person.id, name: person.name, units };
  const records = {
    portal: library.portal,
    units: library.units(),
    columns: library.columns(),
    duties: library.duties(),
    topics: library.topics(),
  };
  return { person: formPerson, config: toConfig(formPerson, records) };
}
