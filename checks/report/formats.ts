import type { Checked } from '../engine/checked.ts';
import { toText } from './to-text.ts';

/** Every form in which the outcome of a check can be written, by the name that `--format` takes. */
export const FORMATS = { text: toText } as const satisfies Record<string, (checked: Checked) => string>;

export type FormatName = keyof typeof FORMATS;
