/** What reading and judging one file may cost before it is given up with a finding. */
export const LIMITS = {
  /** Longest time without a sign of life: a loop or a pattern gone wild. In milliseconds. */
  silence: 20_000,
  /** What the examining process may take to load its code on a busy machine, beyond that. In milliseconds. */
  start: 60_000,
  /** Longest time in all; OCR of many pages takes minutes. In milliseconds. */
  time: 600_000,
  /** Heap of the examining process, in MB. */
  heap: 768,
  /** Memory of the whole examining process, in bytes. */
  memory: 1_000_000_000,
  /** How often the examining process gives a sign of life. In milliseconds. */
  pulse: 500,
} as const;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
