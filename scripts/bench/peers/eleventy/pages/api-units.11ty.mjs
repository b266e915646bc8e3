import { site } from '../parts/site.mjs';

export const data = { layout: false, eleventyExcludeFromCollections: true, permalink: '/api/units.json' };

export const render = () => JSON.stringify({ units: site.units });
