import type { Duty } from './duty.ts';

/** How long something may take until it is public. */
export interface Limit {
  unit: 'working-days' | 'days';
  days: number;
}

/** 政府信息公开条例 art. 26: twenty working days, unless another rule sets a term. */
const USUAL: Limit = { unit: 'working-days', days: 20 };
/** An answer to a letter, when it is a complex one (STD-INT-02). */
export const LETTER_LIMIT: Limit = { unit: 'working-days', days: 15 };
/** An interpretation after its document (国办发〔2016〕80号; STD-POL-02). */
export const INTERPRETATION_LIMIT: Limit = { unit: 'working-days', days: 3 };

/** Days after the end of a consultation within which the county makes its result known (STD-INT-08). */
export const CONSULTATION_RESULT_DAYS = 30;

/** Longest term first in calendar days, for telling which of several is the strictest. */
const WEIGHT = { 'working-days': 1.4, days: 1 };

/** The strictest term of the duties that something fulfils; undefined when they are due on dates instead. */
export function limitOf(duties: readonly Pick<Duty, 'clock'>[]): Limit | undefined {
  const clocks = duties.map(({ clock }) => clock);
  if (clocks.length > 0 && clocks.every(({ kind }) => kind === 'yearly' || kind === 'quarterly')) return undefined;
  const limits = clocks.flatMap(({ kind, days }): Limit[] =>
    (kind === 'working-days' || kind === 'days') && days !== undefined ? [{ unit: kind, days }] : [],
  );
  return limits.sort((a, b) => a.days * WEIGHT[a.unit] - b.days * WEIGHT[b.unit])[0] ?? USUAL;
}

export const toLimitWords = ({ unit, days }: Limit): string => `${days}${unit === 'days' ? '日' : '个工作日'}`;
