import type { Source } from '../../cms/library/source.ts';

/**
 * The files of a content root that judge the others, by path: word lists, waivers and who may sign them, units with their
 * people, the baseline.
 */
export type JudgingFiles = ReadonlyMap<string, Uint8Array>;

/** File in the content root with the findings that were there when the county took the checks up. It can only shrink. */
export const BASELINE = 'baseline.json';

/** Whether a file is one of those that judge. */
export const isJudging = (path: string): boolean => /^(?:lexicon|waivers|units)\/[^/]+$|^(?:portal\.yaml|baseline\.json)$/u.test(path);

/** Reads the files that judge. */
export const readJudging = (source: Source): JudgingFiles =>
  source.readNamed([...source.pathsIn(['lexicon', 'units', 'waivers']).sort(), 'portal.yaml', BASELINE]);
