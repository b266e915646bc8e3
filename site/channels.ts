import type { Library } from '../cms/library/library.ts';
import type { Portal } from '../cms/model/portal.ts';
import type { Unit } from '../cms/model/unit.ts';
import { unitPath } from './paths.ts';

export type Channel = Portal['channels'][number];
type Crumb = { name: string; href: string };

/** The channel of the portal that has a column; units have no channels. */
export function channelOf(library: Library, unit: Unit, column: string): Channel | undefined {
  return unit.kind === 'county' ? library.portal?.channels.find(({ columns }) => columns.includes(column)) : undefined;
}

/** The way from the home page to a column, without either. */
export function crumbsTo(unit: Unit, channel: Channel | undefined): Crumb[] {
  if (unit.kind !== 'county')
    return [
      { name: '单位名录', href: '/units/' },
      { name: unit.short_name, href: unitPath(unit) },
    ];
  return channel && channel.columns.length > 1 ? [{ name: channel.name, href: `/${channel.id}/` }] : [];
}
