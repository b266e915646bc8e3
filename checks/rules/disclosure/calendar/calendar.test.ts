import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseYear } from '../../../../cms/calendar/parse-year.ts';

test('the example that the rule gives is right', () => {
  const text = readFileSync(new URL('./calendar.md', import.meta.url), 'utf8');
  const { arrangement, faults } = parseYear(/```yaml\n([\s\S]*?)```/u.exec(text)![1]!, 2027);
  expect(faults).toEqual([]);
  expect(arrangement!.workdays).toEqual(['2027-02-14']);
});
