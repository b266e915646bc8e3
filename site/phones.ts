/** Telephone numbers with a hyphen, at which a browser would break the line, and tags, in which nothing is touched. */
const PHONE_OR_TAG = /<[^>]*>|(?<![\w-])(?:0\d{2,3}|400|800)(?:-\d{3,8}){1,2}(?![\w-])/gu;

/** Most pages have none; to look for a tag at every place would take long. */
const HYPHENED = /\d-\d{3}/u;

/** HTML whose telephone numbers stay on one line. */
export const withWholePhones = (html: string): string =>
  HYPHENED.test(html) ? html.replace(PHONE_OR_TAG, (found) => (found.startsWith('<') ? found : whole(found))) : html;

const whole = (phone: string) => `<span class="nowrap">${phone}</span>`;

/** Text where no tags can be, such as in a style sheet: word joiners keep telephone numbers on one line. */
export const joinPhones = (text: string): string =>
  text.replace(PHONE_OR_TAG, (found) => (found.startsWith('<') ? found : found.replaceAll('-', '\u2060-\u2060')));
