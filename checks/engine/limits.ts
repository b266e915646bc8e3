/** What reading and judging one file may cost before it is given up with a finding. */
export const LIMITS = {
  /** Most of the processor's time between two turns of the main thread: a loop or a pattern gone wild. In milliseconds. */
  silence: 20_000,
  /** Most of the processor's time in all; OCR of many pages takes minutes. In milliseconds. */
  processor: 600_000,
  /** Longest time in which the examining process does next to nothing, on and on, as when it waits for ever. In milliseconds. */
  idle: 300_000,
  /** Heap of the examining process, in MB. */
  heap: 768,
  /** Memory of the whole examining process, in bytes. */
  memory: 1_000_000_000,
  /** How often the examining process says what it uses. In milliseconds. */
  pulse: 100,
} as const;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
