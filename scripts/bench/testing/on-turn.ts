import { test } from 'vitest';

const DAYS = 3;
const DAY = Math.floor(Date.now() / 86_400_000);

/**
 * The longest tests of benches run every third day, the number tells which, or all with `BENCHES=all`: no editor, reviewer or citizen
 * meets what only they try.
 */
export const onTurn = (number: number, isAble = true) => test.skipIf(!isAble || (process.env.BENCHES !== 'all' && DAY % DAYS !== number));
