/** Chinese and other letters beyond the European ones, and their signs. */
const FOREIGN = /[\u2460-\ud7ff\ud800-\udfff\uf900-\uffef]/u;
const SIX_DIGITS = /(?:[\d\uff10-\uff19]\D{0,2}){6}/u;
/** Paths, addresses, mail, settings of connections. */
const PATH = /\\\\|[a-z]:[\\/]|:\/\/|@|\b(?:password|pwd|user id|data source)\s*=/iu;
const VOCABULARY = /^(?:https?|urn):\/?\/?(?:schemas[.-]|www\.w3\.org|purl\.o|ns\.adobe|openoffice\.org|docs\.oasis-open|www\.ofdspec)/u;
/** Identifiers and measures that programs write: GUID, revision mark, plain number of up to ten digits. */
const MECHANICAL = /^\{?[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}\}?$|^[\dA-F]{8}$|^-?[\d.]{1,11}(?:pt|px|in|cm|mm)?$/iu;

/** Whether a value that nobody expected to hold words may tell somebody something. */
export const isTelling = (value: string): boolean =>
  value.length > 0 &&
  (FOREIGN.test(value) || ((SIX_DIGITS.test(value) || PATH.test(value)) && !MECHANICAL.test(value) && !VOCABULARY.test(value)));
