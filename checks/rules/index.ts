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
import blankColumn from './disclosure/blank-column/blank-column.ts';
import calendar from './disclosure/calendar/calendar.ts';
import consultationResult from './disclosure/consultation-result/consultation-result.ts';
import dutyProven from './disclosure/duty-proven/duty-proven.ts';
import inTime from './disclosure/in-time/in-time.ts';
import interpretation from './disclosure/interpretation/interpretation.ts';
import lettersAnswered from './disclosure/letters-answered/letters-answered.ts';
import minimumPeriod from './disclosure/minimum-period/minimum-period.ts';
import platformParts from './disclosure/platform-parts/platform-parts.ts';
import publishedDate from './disclosure/published-date/published-date.ts';
import reportDeadline from './disclosure/report-deadline/report-deadline.ts';
import staleColumn from './disclosure/stale-column/stale-column.ts';
import unitFields from './disclosure/unit-fields/unit-fields.ts';
import annexes from './document/annexes/annexes.ts';
import damage from './document/damage/damage.ts';
import dates from './document/dates/dates.ts';
import documentNumber from './document/document-number/document-number.ts';
import fitsModel from './document/fits-model/fits-model.ts';
import guideElements from './document/guide-elements/guide-elements.ts';
import internalKinds from './document/internal-kinds/internal-kinds.ts';
import numberUnique from './document/number-unique/number-unique.ts';
import reportArithmetic from './document/report-arithmetic/report-arithmetic.ts';
import reportParts from './document/report-parts/report-parts.ts';
import repostSource from './document/repost-source/repost-source.ts';
import tableTotals from './document/table-totals/table-totals.ts';
import validity from './document/validity/validity.ts';
import warningElements from './document/warning-elements/warning-elements.ts';
import weekday from './document/weekday/weekday.ts';
import broken from './links/broken/broken.ts';
import hidden from './links/hidden/hidden.ts';
import outsideHost from './links/outside-host/outside-host.ts';
import outsideReachable from './links/outside-reachable/outside-reachable.ts';
import paidOrWalled from './links/paid-or-walled/paid-or-walled.ts';
import accessibleContent from './page/accessible-content/accessible-content.ts';
import backEnd from './page/back-end/back-end.ts';
import deadLinks from './page/dead-links/dead-links.ts';
import footer from './page/footer/footer.ts';
import landmarks from './page/landmarks/landmarks.ts';
import metadata from './page/metadata/metadata.ts';
import outsideRequests from './page/outside-requests/outside-requests.ts';
import visibleDate from './page/visible-date/visible-date.ts';
import bankCard from './privacy/bank-card/bank-card.ts';
import homeAddress from './privacy/home-address/home-address.ts';
import idMask from './privacy/id-mask/id-mask.ts';
import idNumber from './privacy/id-number/id-number.ts';
import minors from './privacy/minors/minors.ts';
import passport from './privacy/passport/passport.ts';
import phone from './privacy/phone/phone.ts';
import plate from './privacy/plate/plate.ts';
import welfare from './privacy/welfare/welfare.ts';
import baselineShrinks from './responsibility/baseline-shrinks/baseline-shrinks.ts';
import rolesFilled from './responsibility/roles-filled/roles-filled.ts';
import signedOff from './responsibility/signed-off/signed-off.ts';
import unitOwnsFolder from './responsibility/unit-owns-folder/unit-owns-folder.ts';
import waiversHold from './responsibility/waivers-hold/waivers-hold.ts';
import credentials from './secrecy/credentials/credentials.ts';
import internalMark from './secrecy/internal-mark/internal-mark.ts';
import intranet from './secrecy/intranet/intranet.ts';
import nationalMark from './secrecy/national-mark/national-mark.ts';
import tradeSecret from './secrecy/trade-secret/trade-secret.ts';
import lexiconFile from './wording/lexicon-file/lexicon-file.ts';
import outdatedNames from './wording/outdated-names/outdated-names.ts';
import placeholders from './wording/placeholders/placeholders.ts';
import repeatedWords from './wording/repeated-words/repeated-words.ts';
import respect from './wording/respect/respect.ts';
import taiwanHongkong from './wording/taiwan-hongkong/taiwan-hongkong.ts';
import titles from './wording/titles/titles.ts';
import traditionalCharacters from './wording/traditional-characters/traditional-characters.ts';

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
  blankColumn,
  calendar,
  consultationResult,
  dutyProven,
  inTime,
  interpretation,
  lettersAnswered,
  minimumPeriod,
  platformParts,
  publishedDate,
  reportDeadline,
  staleColumn,
  unitFields,
  annexes,
  damage,
  dates,
  documentNumber,
  fitsModel,
  guideElements,
  internalKinds,
  numberUnique,
  reportArithmetic,
  reportParts,
  repostSource,
  tableTotals,
  validity,
  warningElements,
  weekday,
  broken,
  hidden,
  outsideHost,
  outsideReachable,
  paidOrWalled,
  accessibleContent,
  backEnd,
  deadLinks,
  footer,
  landmarks,
  metadata,
  outsideRequests,
  visibleDate,
  bankCard,
  homeAddress,
  idMask,
  idNumber,
  minors,
  passport,
  phone,
  plate,
  welfare,
  baselineShrinks,
  rolesFilled,
  signedOff,
  unitOwnsFolder,
  waiversHold,
  credentials,
  internalMark,
  intranet,
  nationalMark,
  tradeSecret,
  lexiconFile,
  outdatedNames,
  placeholders,
  repeatedWords,
  respect,
  taiwanHongkong,
  titles,
  traditionalCharacters,
];

/** Each rule knows its own subject and messages; a list of all can only say that they are rules. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyRule = Rule<any, any>;

/** The rules of one scope, of all or of some. */
export const rulesOf = <S extends Scope>(scope: S, among = rules) => among.filter((rule): rule is Rule<S> => rule.scope === scope);
