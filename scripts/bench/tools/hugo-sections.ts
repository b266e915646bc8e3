import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { toSiteData } from '../peer-content.ts';

/** Writes one `_index.md` for every page of the Hugo site that is not an article. */
export function writeSections(content: string, { portal, units }: ReturnType<typeof toSiteData>) {
  const write = (path: string, fields: object) => {
    mkdirSync(join(content, path), { recursive: true });
    writeFileSync(join(content, path, '_index.md'), `${JSON.stringify(fields)}\n`);
  };
  for (const folder of ['dept', 'town']) write(folder, { title: folder, _build: { render: 'never', list: 'never' } });
  for (const unit of units) {
    const isCounty = unit.kind === 'county';
    if (!isCounty)
      write(unit.path, { title: unit.name, layout: 'unit', unit: unit.id, outputs: ['HTML', 'atom', 'jsonfeed', 'unitsitemap'] });
    const about = isCounty ? '/government/' : `${unit.path}about/`;
    write(about, {
      title: isCounty ? '县政府领导和机构' : '机构概况',
      layout: 'about',
      unit: unit.id,
      outputs: isCounty ? ['HTML', 'unitsitemap'] : ['HTML'],
    });
    for (const column of unit.columns)
      write(unit.path + column, {
        title: column,
        layout: 'column',
        unit: unit.id,
        column,
        outputs: ['HTML', 'atom', 'jsonfeed'],
        channel: isCounty ? portal.channels.find(({ columns }) => columns.includes(column)) : undefined,
      });
  }
  for (const { id, name, description, columns } of portal.channels) write(id, { title: name, layout: 'channel', description, columns });
  write('units', { title: '单位名录', layout: 'units' });
  write('topics', { title: '专题专栏', layout: 'topics' });
  write('map', { title: '网站地图', layout: 'map' });
  write('api', { title: 'api', layout: 'api-index', outputs: ['api'] });
  write('api/units', { title: 'units', layout: 'api-units', outputs: ['api'] });
  write('api/entries', { title: 'entries', layout: 'api-entries', outputs: ['api'] });
}
