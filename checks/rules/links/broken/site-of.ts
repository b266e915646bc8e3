import type { Site } from '../../../../cms/library/addresses.ts';
import type { Library } from '../../../../cms/library/library.ts';

const known = new WeakMap<Library, Site>();

/** What addresses of the public site are made of, looked up once for a library. */
export function siteOf(library: Library): Site {
  let site = known.get(library);
  if (!site) known.set(library, (site = toSite(library)));
  return site;
}

function toSite(library: Library): Site {
  const county = library.units('county').flatMap(({ columns }) => columns);
  const channels = library.portal?.channels ?? [];
  return {
    tops: new Set([...county, ...channels.map(({ id }) => id)]),
    unit: (id) => library.unit(id),
    hasTopic: (id) => library.topic(id) !== undefined,
    hasFile: (path) => library.file(path) !== undefined,
  };
}
