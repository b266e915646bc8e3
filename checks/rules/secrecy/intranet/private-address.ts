const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** An address of a private network (RFC 1918). */
/** The number of a clause or of a version looks like an address too. */
const PRIVATE = `(?<![\\d.第Vv]|版本[号:]?\\s?)(?:10\\.${OCTET}\\.${OCTET}\\.${OCTET}|172\\.(?:1[6-9]|2\\d|3[01])\\.${OCTET}\\.${OCTET}|192\\.168\\.${OCTET}\\.${OCTET})(?![\\d]|\\.\\d|[条款项]\\s)`;

export const PRIVATE_ADDRESS = new RegExp(PRIVATE, 'gu');

/** A range of private addresses: `10.8.0.0/16`, `192.168.1.0-192.168.1.255`. */
export const PRIVATE_RANGE = new RegExp(`${PRIVATE}(?:/(?:[89]|[12]\\d|3[0-2])(?!\\d)|\\s*[-—~至]+\\s*(?:\\d{1,3}\\.){0,3}\\d{1,3})`, 'gu');

/** Addresses of a server: scheme, port or path tell that something answers there. */
export const SERVER_ADDRESS = new RegExp(
  `(?:[a-z][a-z0-9+.-]{1,20}://(?:[^\\s/@]{1,60}@)?)?${PRIVATE}(?::\\d{2,5}(?!\\d)(?:/[^\\s"'<>)）]*)?|[\\s,，、;；(（]{1,3}端口(?:号)?[::为是\\s]{0,3}\\d{2,5}|/(?!(?:[89]|[12]\\d|3[0-2])(?![\\w/]))[\\w%.~-][^\\s"'<>)）]*)`,
  'giu',
);

/** An address that is only opened, as `http://10.1.2.3`. */
export const OPENED_ADDRESS = new RegExp(`[a-z][a-z0-9+.-]{1,20}://${PRIVATE}/?(?![\\w:%])`, 'giu');

/** What home routers come with. */
export const isRouter = (address: string): boolean =>
  /(?:^|\D)(?:192\.168\.(?:0|1|2|3|10|31|50|100)\.(?:1|254)|192\.168\.100\.1|10\.0\.0\.1)(?!\d|:|\/\w)/u.test(address);

/** Names that only a private network resolves; file names such as `settings.local.json` are none. */
export const PRIVATE_HOST = /(?<![\w.\-\\])[a-z](?:[a-z0-9-]{1,62}\.){1,4}(?:local|lan|intranet|corp|internal)(?![\w-]|\.\w)/giu;

/** Path of a share on a file server, also as an address: `file://SERVER/…`. Three strokes lead to the own disk. */
export const SHARE =
  /(?<![\w\\])\\\\[a-z0-9][\w.-]{1,62}\\[^\\\s"'<>|]{1,80}|\bfile:(?:\/{2}|\/{4,5})(?!localhost\/)[a-z0-9][\w.-]{1,62}\/[^\s"'<>|]{1,80}/giu;

/** Where the private ranges of RFC 1918 begin: a text that names them as a whole explains them. */
export const isWholeRange = (range: string): boolean => /^(?:10\.0\.0\.0|172\.16\.0\.0|192\.168\.0\.0)\D/u.test(range);

/** Their first and last addresses. */
export const isEndOfRange = (address: string): boolean =>
  /^(?:10\.0\.0\.0|10\.255\.255\.255|172\.16\.0\.0|172\.31\.255\.255|192\.168\.0\.0|192\.168\.255\.255)$/u.test(address);
