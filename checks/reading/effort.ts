/** What work may take, in milliseconds. */
export interface Most {
  /** Of the processor's time. */
  processor: number;
  /** Of time in which the process does next to nothing, on and on. */
  idle: number;
}

/** A process that uses less than this part of the time only waits. */
const NEXT_TO_NOTHING = 0.02;
/** Looks without work that one with work makes up for: on a busy machine a process gets its turn only now and then. */
const MADE_UP = 5;

/**
 * Tells when work has taken too long, by the processor's time: the clock goes on while a machine is busy with other things or
 * suspended. Work that only waits is told by the looks at it, which do not take place either on a machine that stands still.
 */
export class Effort {
  readonly #most: Most;
  readonly #pulse: number;
  readonly #begun: number;
  #last: number;
  #idle = 0;

  /** @param pulse milliseconds between two looks */
  constructor(most: Most, pulse: number, processor = processorTime()) {
    this.#most = most;
    this.#pulse = pulse;
    this.#begun = processor;
    this.#last = processor;
  }

  /** To be asked at every pulse. */
  isTooLong(processor = processorTime()): boolean {
    const isIdle = processor - this.#last < this.#pulse * NEXT_TO_NOTHING;
    this.#idle = Math.max(0, this.#idle + (isIdle ? 1 : -MADE_UP) * this.#pulse);
    this.#last = processor;
    return processor - this.#begun > this.#most.processor || this.#idle > this.#most.idle;
  }
}

/** Milliseconds that the processor has worked for this process, in all its threads. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
