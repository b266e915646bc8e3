import { Reviewer, type ReviewerOptions } from '../checks/engine/reviewer.ts';
import { testCanaries } from '../checks/engine/test-canaries.ts';
import { placesOf } from '../cms/library/places-of.ts';
import type { Review } from '../cms/office/review.ts';
import { Refusal } from '../cms/office/store/refusal.ts';

/**
 * The checks for the office, for as long as it runs. They answer only when they have found the marks planted in the canaries.
 * Whatever goes wrong, nothing is let through. What an unforeseen error says may quote what nobody must see, and is not told.
 * @param canaries folder of the files that prove that the checks work
 */
export function openReview(options: ReviewerOptions, canaries?: string): Review {
  const reviewer = new Reviewer(options);
  const proven = testCanaries(options.examiners, canaries);
  proven.catch(() => {});
  return async (change) => {
    try {
      const [findings] = await Promise.all([reviewer.review(change), proven]);
      return { findings };
    } catch (error) {
      console.error(placesOf(error));
      throw new Refusal('failed', '检查程序出错，没有查完，不能当作通过。内容没有保存，联系信息办。');
    }
  };
}
