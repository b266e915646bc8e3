import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';

/** One requirement of the laws and norms that a county portal works under. */
export interface Standard {
  /** For example `STD-FOI-40`. Never changed. */
  id: string;
  /** Whether a rule checks it, none does yet, or none can because it lies outside content, history and pages. */
  state: 'checked' | 'unchecked' | 'beyond';
  /** What it asks and why no rule checks it; empty when one does. */
  reason: string;
}

interface File {
  checked: string[];
  unchecked: Record<string, string>;
  beyond: Record<string, string>;
}

/** Every requirement, from `standards.yaml`. */
export const standards: readonly Standard[] = toStandards(
  load(readFileSync(new URL('./standards.yaml', import.meta.url), 'utf8'), { schema: CORE_SCHEMA }) as File,
);

function toStandards({ checked, unchecked, beyond }: File): Standard[] {
  return [
    ...checked.map((id): Standard => ({ id, state: 'checked', reason: '' })),
    ...Object.entries(unchecked).map(([id, reason]): Standard => ({ id, state: 'unchecked', reason })),
    ...Object.entries(beyond).map(([id, reason]): Standard => ({ id, state: 'beyond', reason })),
  ];
}
