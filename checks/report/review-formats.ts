import type { Reviewed } from '../engine/review-change.ts';
import { FORMATS } from './formats.ts';

type ToText = (reviewed: Reviewed) => string;

/** Forms of the judgement on a branch. Those that take findings alone are those of a check. */
export const REVIEW_FORMATS = {
  text: async () => (await import('./review-text.ts')).toReviewText,
  json: async () => (await import('./review-json.ts')).toReviewJson,
  markdown: async () => (await import('./review-markdown.ts')).toReviewMarkdown,
  comment: async () => {
    const { toReviewMarkdown } = await import('./review-markdown.ts');
    return (reviewed) => `${JSON.stringify({ body: toReviewMarkdown(reviewed) })}\n`;
  },
  sarif: ofChecked('sarif'),
  gitlab: ofChecked('gitlab'),
  github: ofChecked('github'),
} as const satisfies Record<string, () => Promise<ToText>>;

export type ReviewFormat = keyof typeof REVIEW_FORMATS;

function ofChecked(name: 'sarif' | 'gitlab' | 'github'): () => Promise<ToText> {
  return async () => {
    const format = await FORMATS[name]();
    return ({ checked }) => format(checked);
  };
}
