import { isAttachment } from '../checks/engine/judge-files.ts';
import { Reviewer, type ReviewerOptions } from '../checks/engine/reviewer.ts';
import { type Canaries, testCanaries } from '../checks/engine/test-canaries.ts';
import { placesOf } from '../cms/library/places-of.ts';
import type { Review } from '../cms/office/review.ts';
import { Refusal } from '../cms/office/store/refusal.ts';

/**
 * The checks for the office, for as long as it runs. They answer only when they have found the marks planted in the canaries, of an
 * attachment also those planted in attachments; these are asked about when the first comes, because the models of OCR take long to load.
 * Whatever goes wrong, nothing is let through. What an unforeseen error says may quote what nobody must see, and is not told.
 * @param canaries folder of the files that prove that the checks work
 */
export function openReview(options: ReviewerOptions, canaries?: string): Review {
  const reviewer = new Reviewer(options);
  const proofs = new Map<Canaries, Promise<void>>();
  const prove = (which: Canaries) => {
    const known = proofs.get(which);
    if (known) return known;
    const proof = testCanaries(options.examiners, canaries, which);
    proofs.set(which, proof);
    // Asked again at the next change: checks that failed once need not fail for ever.
    proof.catch(() => proofs.delete(which));
    return proof;
  };
  prove('text');
  return async (change) => {
    try {
      const hasAttachments = change.files.some(({ path, bytes }) => bytes !== undefined && isAttachment(path));
      const needed = [prove('text'), ...(hasAttachments ? [prove('attachments')] : [])];
      const [findings] = await Promise.all([reviewer.review(change), ...needed]);
      return { findings };
    } catch (error) {
      console.error(placesOf(error));
      throw new Refusal('failed', '检查程序出错，没有查完，不能当作通过。内容没有保存，联系信息办。');
    }
  };
}
