import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take longest, the longest first. */
const LONGEST = [
  'scripts/bench/bench',
  'cms/form/form',
  'scripts/hostile',
  'scripts/key',
  'scripts/bench/site/bench-site',
  'scripts/sample-county',
  'scripts/office',
  'scripts/end-to-end',
  'scripts/life-on-main',
  'checks/chain/forgeries',
  'scripts/check',
  'checks/labelled/made',
  'scripts/purge',
  'scripts/verify',
  'scripts/hook',
  'checks/engine/examiner',
  'site/accessible',
  'site/links',
  'checks/reading/ocr/read-picture',
  'site/quiet',
  'checks/reading/ocr/gaps',
  'checks/reading/pdf/read-pdf.hostile',
  'cms/library/sync',
  'cms/office/desk/phone',
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
