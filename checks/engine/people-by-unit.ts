import { peopleOf } from '../responsible.ts';
import type { Person } from '../subjects/change.ts';
import type { JudgingFiles } from './judging-files.ts';
import { readRecord } from './read-record.ts';

/** The people of each unit, as a content root names them. */
export function peopleByUnit(files: JudgingFiles): Map<string, readonly Person[]> {
  const people = new Map<string, readonly Person[]>();
  for (const [path, bytes] of files) {
    const [, unit] = /^units\/([a-z0-9-]+)\.yaml$/u.exec(path) ?? [];
    if (unit) people.set(unit, peopleOf(readRecord(bytes)));
  }
  return people;
}
