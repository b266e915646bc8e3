import { expect, test } from 'vitest';
import { Effort } from './effort.ts';

/** At which look a process whose time grows so from look to look is told to take too long; 0 when it never is. */
function endOf(grows: (look: number) => number): number {
  const effort = new Effort({ processor: 1000, idle: 1000 }, 100, 0);
  let processor = 0;
  for (let look = 1; look <= 1000; look++) if (effort.isTooLong((processor += grows(look)))) return look;
  return 0;
}

test.each([
  ['works all the time', () => 100, 11],
  ['only waits', () => 0, 11],
  ['only waits, and wakes up for its watch', () => 0.5, 11],
  ['waits, and collects its garbage now and then', (look: number) => (look % 20 === 0 ? 5 : 0.5), 11],
  ['is given a moment now and then by a busy machine', (look: number) => (look % 5 === 0 ? 3 : 0), 0],
  ['waits after it has worked', (look: number) => (look < 10 ? 50 : 0), 20],
])('a process that %s', (_, grows, end) => {
  expect(endOf(grows)).toBe(end);
});
