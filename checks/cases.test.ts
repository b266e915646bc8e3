import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from './rules/index.ts';
import { runCase } from './testing/run-case.ts';

/** Set to write down what the rules say now; the difference is for a person to read. */
const UPDATES = process.env.UPDATE_CASES === '1';

for (const rule of rules) {
  describe(rule.id, () => {
    const folder = fileURLToPath(new URL(`rules/${rule.id}/cases/`, import.meta.url));
    const cases = readdirSync(folder).filter((name) => /^(?:ok|bad)-/u.test(name) && !name.endsWith('.expected'));

    test('has good cases and bad cases', () => {
      expect(cases.filter((name) => name.startsWith('ok-'))).not.toEqual([]);
      expect(cases.filter((name) => name.startsWith('bad-'))).not.toEqual([]);
    });

    test.each(cases)('%s', async (name) => {
      const actual = await runCase(rule, folder + name);
      const expected = `${folder}${name}.expected`;
      if (UPDATES && actual !== '') writeFileSync(expected, actual);
      expect(actual).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
      expect(actual === '').toBe(name.startsWith('ok-'));
    });
  });
}
