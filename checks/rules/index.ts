import type { Rule, Scope } from '../rule.ts';
import embedded from './attachment/embedded/embedded.ts';
import formatSize from './attachment/format-size/format-size.ts';
import hiddenContent from './attachment/hidden-content/hidden-content.ts';
import macros from './attachment/macros/macros.ts';
import outsideReference from './attachment/outside-reference/outside-reference.ts';
import position from './attachment/position/position.ts';
import readable from './attachment/readable/readable.ts';
import realType from './attachment/real-type/real-type.ts';
import scanned from './attachment/scanned/scanned.ts';
import accessibleContent from './page/accessible-content/accessible-content.ts';
import backEnd from './page/back-end/back-end.ts';
import deadLinks from './page/dead-links/dead-links.ts';
import footer from './page/footer/footer.ts';
import landmarks from './page/landmarks/landmarks.ts';
import metadata from './page/metadata/metadata.ts';
import outsideRequests from './page/outside-requests/outside-requests.ts';
import visibleDate from './page/visible-date/visible-date.ts';
import idNumber from './privacy/id-number/id-number.ts';
import credentials from './secrecy/credentials/credentials.ts';
import internalMark from './secrecy/internal-mark/internal-mark.ts';
import intranet from './secrecy/intranet/intranet.ts';
import nationalMark from './secrecy/national-mark/national-mark.ts';
import tradeSecret from './secrecy/trade-secret/trade-secret.ts';

/** Every rule, in the order of families and names. */
export const rules: readonly AnyRule[] = [
  embedded,
  formatSize,
  hiddenContent,
  macros,
  outsideReference,
  position,
  readable,
  realType,
  scanned,
  accessibleContent,
  backEnd,
  deadLinks,
  footer,
  landmarks,
  metadata,
  outsideRequests,
  visibleDate,
  idNumber,
  credentials,
  internalMark,
  intranet,
  nationalMark,
  tradeSecret,
];

/** Each rule knows its own subject and messages; a list of all can only say that they are rules. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyRule = Rule<any, any>;

/** The rules of one scope, of all or of some. */
export const rulesOf = <S extends Scope>(scope: S, among = rules) => among.filter((rule): rule is Rule<S> => rule.scope === scope);
