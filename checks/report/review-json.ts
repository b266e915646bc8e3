import type { Reviewed } from '../engine/review-change.ts';
import { toPlainChecked } from './to-json.ts';

/** Everything as JSON, as README.md describes it. */
export function toReviewJson({ checked, ...rest }: Reviewed): string {
  return `${JSON.stringify({ ...toPlainChecked(checked), ...rest }, null, 2)}\n`;
}
