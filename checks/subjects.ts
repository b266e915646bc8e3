import type { Calendar } from '../cms/calendar/calendar.ts';
import type { Library } from '../cms/library/library.ts';
import type { CalendarFault } from './engine/read-calendar.ts';
import type { LexiconFault } from './engine/read-lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { Branch } from './subjects/branch.ts';
import type { Change } from './subjects/change.ts';
import type { EntrySubject } from './subjects/entry.ts';
import type { FileSubject } from './subjects/file.ts';
import type { Page } from './subjects/page.ts';
import type { Visit } from './subjects/visit.ts';
import type { WaiverState } from './subjects/waivers.ts';
import type { Document } from './text/document.ts';
import type { Spot } from './text/passage.ts';

/** What a rule can look at. Each is made once and handed to every rule of its scope. */
export interface Subjects {
  /** The words of one file, be it an entry's own or an attachment. Judged without knowing the day or the library. */
  text: TextSubject;
  /** One file as a thing: its kind, size, name and hidden parts. */
  file: FileSubject;
  /** One entry with its fields, files and the library around it. */
  entry: EntrySubject;
  /** The whole library on a day. */
  library: LibrarySubject;
  /** What a revision changes against the one before. */
  change: Change;
  /** What a branch would bring into the repository, before any of it is read. */
  branch: Branch;
  /** One built page of the public site. */
  page: Page;
  /** A visit to an address that pages link to, when the network was asked. */
  visit: Visit;
}

export interface TextSubject extends Document {
  /** Word lists that the county keeps. */
  lexicon: Lexicon;
}

export interface LibrarySubject {
  library: Library;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  /** Where a field of a content file stands, such as `spotOf('units/water.yaml', 'leaders.0.name')`. */
  spotOf(file: string, path: string): Spot;
  /** Working days. */
  calendar: Calendar;
  /** What is wrong in the years that the county adds to the calendar. */
  calendarFaults: readonly CalendarFault[];
  /** What is wrong in the county's word lists. */
  lexiconFaults: readonly LexiconFault[];
  /** Waivers of the content root. */
  waivers: readonly WaiverState[];
  /** Files under `waivers/` that are none. */
  badWaivers: readonly string[];
}
