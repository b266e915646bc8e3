import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take longest, the longest first. */
const LONGEST = [
  'scripts/bench/bench',
  'cms/form/form',
  'scripts/office',
  'scripts/check',
  'scripts/end-to-end',
  'scripts/hostile',
  'scripts/leaks',
  'checks/labelled/made',
  'checks/engine/examiner',
  'scripts/open-review',
  'scripts/sample-county',
  'site/accessible',
  'cms/library/sync',
  'site/quiet',
  'cms/office/workflow/kills',
];

/**
 * Begins in each project with the files that take longest. On a fresh clone vitest knows no durations and goes by the size of files; a long file
 * that is begun last keeps one core busy while nothing is left for the other.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => a.project.name.localeCompare(b.project.name) || toRank(a) - toRank(b));
  }
}

function toRank({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at === -1 ? LONGEST.length : at;
}
