import { COST } from '../password.ts';

/** Hashes that cost next to nothing, for tests that are not about guessing. */
export const CHEAP = { ...COST, N: 2 ** 8 };
