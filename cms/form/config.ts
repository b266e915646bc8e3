import type { Column } from '../model/column.ts';
import type { Duty } from '../model/duty.ts';
import type { Portal, Topic } from '../model/portal.ts';
import { types } from '../model/types/index.ts';
import type { Unit } from '../model/unit.ts';
import { type Choices, type Option, toWidgets } from './to-widgets.ts';

/** What the form needs to know of the library. */
export interface Records {
  portal: Portal | undefined;
  units: readonly Unit[];
  columns: readonly Column[];
  duties: readonly Duty[];
  topics: readonly Topic[];
}

/** The person who logged in, as the form shows and serves them. */
export interface FormPerson {
  /** Login name. */
  account: string;
  name: string;
  /** Ids of units in which the person is an editor today. */
  units: readonly string[];
}

/** Name of Decap's collection for what a unit says in a type. Ids have no underscore. */
export const toCollection = (unit: string, type: string) => `${unit}_${type}`;

/**
 * Decap's configuration for one person: a collection for each type that a column of the person's own units takes, and
 * no other. It hides; the office decides.
 */
export function toConfig(person: FormPerson, records: Records) {
  const own = records.units.filter(({ id }) => person.units.includes(id));
  return {
    backend: { name: 'gongkai', branch: 'main' },
    load_config_file: false,
    publish_mode: 'editorial_workflow',
    locale: 'zh_Hans',
    site_url: '',
    display_url: '',
    show_preview_links: false,
    media_folder: '',
    media_library: { name: 'none' },
    slug: { encoding: 'ascii' },
    search: true,
    collections: own.flatMap((unit) => toCollections(unit, own.length > 1, records)),
  };
}
export type FormConfig = ReturnType<typeof toConfig>;

/** Columns of a unit that take a type. */
export const columnsFor = (unit: Unit, type: (typeof types)[number], { columns }: Records): Column[] =>
  columns.filter(({ id, kind }) => unit.columns.includes(id) && type.columns.some((each) => each === kind));

function toCollections(unit: Unit, named: boolean, records: Records) {
  return types.flatMap((type) => {
    const columns = columnsFor(unit, type, records);
    if (columns.length === 0) return [];
    return {
      name: toCollection(unit.id, type.name),
      label: named ? `${unit.short_name}·${type.label}` : type.label,
      label_singular: type.label,
      description: type.use,
      folder: `entries/${unit.id}/${type.name}`,
      path: '{{begun}}/{{slug}}/index',
      slug: '{{fields.id}}',
      identifier_field: 'id',
      summary: '{{title}}　{{published}}',
      format: 'gongkai',
      extension: 'md',
      create: true,
      publish: false,
      delete: false,
      sortable_fields: [],
      view_filters: [],
      view_groups: [],
      editor: { preview: true },
      fields: toWidgets(type, toChoices(unit, columns, records)),
    };
  });
}

/** What the fields of a unit's entries may refer to. */
export function toChoices(unit: Unit, columns: readonly Column[], { units, duties, topics }: Records): Choices {
  const isOwed = ({ owners, units: chosen }: Duty) => (chosen ? chosen.includes(unit.id) : owners.some((kind) => kind === unit.kind));
  return {
    unit: units.map(({ id, short_name }) => toOption(id, short_name)),
    column: columns.map(({ id, name }) => toOption(id, name)),
    duty: duties.filter(isOwed).map(({ id, domain, name }) => toOption(id, `${domain}：${name}`)),
    topic: topics.filter(({ closed_on }) => closed_on === undefined).map(({ id, title }) => toOption(id, title)),
  };
}

const toOption = (value: string, label: string): Option => ({ value, label });
