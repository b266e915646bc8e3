/** Quotations are cut here. In characters. */
const LONGEST = 40;

/**
 * What somebody wrote, fit for a message: short, on one line, and with stars for what must not be seen in any log,
 * because a field can hold what should never have been written: long numbers, passwords, marks of secrecy.
 */
export function quote(written: string, longest = LONGEST): string {
  const line = written.slice(0, 10 * longest).replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ');
  const hidden = NEVER_SEEN.reduce((text, pattern) => text.replace(pattern, stars), line);
  const characters = [...hidden];
  return characters.length <= longest ? hidden : `${characters.slice(0, longest).join('')}……`;
}

/** An index number is long, and never private. */
const INDEX_NUMBER = '(?<![\\d/])\\d{9}\\/\\d{6}-\\d{5}(?!\\d)';
const NEVER_SEEN: readonly RegExp[] = [
  /[绝絕絶机機秘祕][\p{P}\p{S}\p{M}\s]*(?:密.*|$)|㊙.*/gu,
  new RegExp(
    `${INDEX_NUMBER}|[\\p{Nd}〇零一二三四五六七八九][\\p{Nd}〇零一二三四五六七八九 ._·/-]{3,}(?:[\\p{Nd}〇零一二三四五六七八九]|[xX](?![a-z]))`,
    'gu',
  ),
  // Small letters, digits and capitals or signs in one word are what passwords and keys look like; names of files are not.
  /(?=[!-~]*\d)(?=[!-~]*[a-z])(?=[!-~]*[A-Z!@#$%^&*+=])[!-.0-~]{8,}/gu,
];

const stars = (found: string) => (new RegExp(`^${INDEX_NUMBER}$`, 'u').test(found) ? found : '*'.repeat(Math.min(6, [...found].length)));
