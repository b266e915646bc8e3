import { types } from '../../model/types/index.ts';
import type { Unit } from '../../model/unit.ts';
import { columnsFor, type Records, toChoices, toCollection } from '../config.ts';
import { BACKENDS, type BackendKind, type ForgePlace } from './backends.ts';
import { toStockWidgets } from './stock-widgets.ts';

/**
 * Decap's configuration for a county that lets people write on a forge without the office: the collections of units, for all who
 * log in, with widgets that Decap has by itself.
 * @param root folder of the content root in the repository, with a final `/`
 * @param units whose collections are in it
 */
export const toForgeConfig = (kind: BackendKind, place: ForgePlace, records: Records, root: string, units = records.units) => ({
  backend: { ...BACKENDS[kind].settings(place), repo: place.repository, branch: 'main', cms_label_prefix: 'gongkai/' },
  publish_mode: 'editorial_workflow',
  locale: 'zh_Hans',
  media_folder: `${root}images`,
  public_folder: '/images',
  show_preview_links: false,
  slug: { encoding: 'ascii', clean_accents: true },
  collections: units.flatMap((unit) => toCollections(unit, records, root)),
});

function toCollections(unit: Unit, records: Records, root: string) {
  const choices = toChoices(unit, [], records);
  return types.flatMap((type) => {
    const columns = columnsFor(unit, type, records);
    if (columns.length === 0) return [];
    return {
      name: toCollection(unit.id, type.name),
      label: `${unit.short_name}·${type.label}`,
      label_singular: type.label,
      description: type.use,
      folder: `${root}entries/${unit.id}/${type.name}`,
      // Names are told by the minute, because titles are Chinese and addresses are not.
      path: '{{year}}/{{slug}}/index',
      slug: '{{year}}{{month}}{{day}}-{{hour}}{{minute}}{{second}}',
      identifier_field: 'title',
      summary: '{{title}}',
      media_folder: '',
      public_folder: '',
      format: 'frontmatter',
      extension: 'md',
      create: true,
      publish: false,
      delete: false,
      fields: toStockWidgets(type, { ...choices, column: toChoices(unit, columns, records).column }),
    };
  });
}
