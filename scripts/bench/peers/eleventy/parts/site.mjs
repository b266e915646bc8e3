import { readFileSync } from 'node:fs';

export const site = JSON.parse(readFileSync(new URL('../_data/site.json', import.meta.url), 'utf8'));

/** 2022-01-01T08:00:00+08:00 from a moment, whatever the machine's own time zone. */
export const toMoment = (date) => `${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
