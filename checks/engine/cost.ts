import { Effort } from '../reading/effort.ts';
import type { Limits } from './limits.ts';
import type { Sign } from './messages.ts';

const TOO_LONG = '检查用时过长，没有读完';
const TOO_MUCH = '展开后占用的内存过大，没有读完';

/** What a question has cost an examining process. */
export class Cost {
  readonly #limits: Limits;
  readonly #effort: Effort;
  #lived: Sign;

  /** @param sign the process's last before the question */
  constructor(limits: Limits, sign: Sign) {
    this.#limits = limits;
    this.#effort = new Effort(limits, limits.pulse, sign.processor);
    this.#lived = sign;
  }

  /** In Chinese why to give up, if so. To be asked at every pulse, with the latest sign. */
  whyTooHigh(sign: Sign): string | undefined {
    if (sign.turns !== this.#lived.turns) this.#lived = sign;
    if (sign.memory > this.#limits.memory) return TOO_MUCH;
    const isSilent = sign.processor - this.#lived.processor > this.#limits.silence;
    return this.#effort.isTooLong(sign.processor) || isSilent ? TOO_LONG : undefined;
  }
}
