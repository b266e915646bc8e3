import type { Calendar } from '../../cms/calendar/calendar.ts';
import type { Library } from '../../cms/library/library.ts';
import type { StoredEntry } from '../../cms/library/stored.ts';
import type { Spot } from '../text/passage.ts';

/** One entry with the library around it. */
export interface EntrySubject extends StoredEntry {
  library: Library;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  /** Working days. */
  calendar: Calendar;
  /** Where a field stands, such as `document_date` or `attachments.0.title`; the field above when it is not there. */
  spotOf(path: string): Spot;
  /** Where a stretch of the body stands, in offsets of `body`. */
  spotIn(start: number, end: number): Spot;
}
