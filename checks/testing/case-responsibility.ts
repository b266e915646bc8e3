import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Library } from '../../cms/library/library.ts';
import type { Source } from '../../cms/library/source.ts';
import { readTrailers } from '../../cms/model/record.ts';
import { judgeFile } from '../engine/judge-file.ts';
import { judgeWaivers } from '../engine/judge-waivers.ts';
import { readJudging } from '../engine/judging-files.ts';
import { type Responsibility, readResponsibility } from '../engine/read-records.ts';
import type { Finding } from '../finding.ts';
import type { ActFault } from '../subjects/change.ts';
import type { CaseCounty } from './case-county.ts';

/**
 * Who answers for the change of a case; its file `commits` holds commit messages, and says that the office is in use. Its file
 * `faults.yaml` says that they are commits of main, and what is wrong with them.
 */
export async function responsibilityOf(folder: string, before: Source, after: Source): Promise<Responsibility> {
  const read = await readResponsibility(before, after, readJudging(before));
  const [commits, faults] = ['commits', 'faults.yaml'].map((name) => join(folder, name)) as [string, string];
  if (!existsSync(commits)) return read;
  const signed = { ...read, records: readTrailers(readFileSync(commits, 'utf8')), isSigned: true };
  if (!existsSync(faults)) return signed;
  return { ...signed, acts: { faults: load(readFileSync(faults, 'utf8'), { schema: CORE_SCHEMA }) as ActFault[], signOffs: new Map() } };
}

/** What is wrong with the waivers of a case, told by what all rules on files have against the files it lays. */
export async function judgeWaiversOf({ source, laid }: CaseCounty, library: Library, today: string): Promise<Finding[]> {
  const judged = [...laid].filter((path) => path.startsWith('entries/'));
  const found = judged.map((path) => judgeFile({ path, bytes: source.readOne(path)!, isAttachment: !path.endsWith('.md') }, new Map()));
  return judgeWaivers((await Promise.all(found)).flat(), library, today, { source, judging: readJudging(source) });
}
