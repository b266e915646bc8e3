/**
 * What the form and the office say to each other, as JSON under `/api/content/`. The office answers 401 when nobody is
 * logged in, 403 and 404 with `{ message }`, 409 with a Conflict, 422 with a Refusal.
 */
import type { FormConfig, FormPerson } from './config.ts';

/** GET `settings`. */
export interface Settings {
  person: FormPerson;
  config: FormConfig;
}

/** Values of an entry's fields by the model's names, with its Markdown as `body`. Empty and missing are the same. */
export type FormValues = Record<string, unknown>;

export type EntryStatus = 'draft' | 'pending_review' | 'pending_publish' | 'published';

/** A finding in an editor's words. */
export interface FormFinding {
  /** `refuse` stops the save, `block` stops the submission, `warn` travels with the entry. */
  effect: 'refuse' | 'block' | 'warn';
  /** Where it is, in words: the field or the file; empty for the whole entry. */
  where: string;
  message: string;
  /** What was found, masked where it is sensitive; empty when something is missing. */
  excerpt: string;
  /** Laws and standards that it rests on. */
  basis: string;
}

/** Why a draft was sent back (退回). */
export interface Returned {
  /** Name of the person. */
  by: string;
  /** ISO 8601. */
  at: string;
  reason: string;
  /** What of the entry the reason is about; empty for the whole. */
  place: string;
}

/** What became of the published entry while somebody had a draft of it (撤稿, 下线). */
export interface Moved {
  /** One sentence. */
  words: string;
  /** Whether the draft has been saved since; without that it cannot be submitted. */
  isSettled: boolean;
}

/** An entry as lists show it: of its values only the title, and the day of its publication as `published`, with 已撤稿 where it was withdrawn. */
export interface ListedEntry {
  /** `entries/<unit>/<type>/<year>/<slug>` */
  folder: string;
  values: FormValues;
  status: EntryStatus;
  /** Whether there is a published one beneath the draft. */
  isPublished: boolean;
  /** Who changed it last and when (ISO 8601); empty when nobody did since it was published. */
  author: string;
  changedAt: string;
  /** Set while a draft that was sent back is not submitted again. */
  returned?: Returned;
}

/** An entry as the form opens it. */
export interface OpenedEntry extends ListedEntry {
  /** What a save must name as its base. */
  version: string;
  files: EntryFile[];
  findings: FormFinding[];
  moved?: Moved;
}
export interface EntryFile {
  name: string;
  /** In bytes. */
  size: number;
}

/** GET `entries?unit=&type=&after=`: published entries, the newest first. GET `all-entries?unit=&type=`: all of them, for search. */
export interface Page {
  items: ListedEntry[];
  total: number;
  /** What to ask for next; absent after the last page. */
  next?: string;
}

/** POST `new`: the folder of an entry that is to be saved for the first time. The office names it. */
export interface NewFolder {
  unit: string;
  type: string;
}
export interface Named {
  folder: string;
}

/** POST `entry`, the part `entry` of multipart form data; the parts `file` are files that the office does not have yet. */
export interface SaveRequest {
  folder: string;
  values: FormValues;
  /** Version that was opened; empty for a new entry. */
  version: string;
}
export interface Saved {
  version: string;
  findings: FormFinding[];
  files: EntryFile[];
  moved?: Moved;
  returned?: Returned;
}
/** 422: nothing was saved, and nothing of it is kept. */
export interface Refusal {
  message: string;
  findings: FormFinding[];
}
/** 409: somebody else saved or discarded in the meantime. */
export interface Conflict {
  message: string;
  /** Whether the person discarded the draft; a save on its version takes it up again. */
  isDiscarded: boolean;
  /** Name of the person, or that it was the same one in another window; empty when it was published meanwhile. */
  author: string;
  changedAt: string;
  /** The entry as it is now. */
  version: string;
  values: FormValues;
  files: EntryFile[];
  /** What the person began with, when it is still known. */
  base?: FormValues;
}

/** POST `preview`: the page of what stands in the form; for a new entry the folder ends with the type. */
export interface PreviewRequest {
  folder: string;
  values: FormValues;
}
export interface PreviewedPage {
  html: string;
}

/** POST `submit`, POST `recall`, POST `discard`: acts on a draft. */
export interface DraftAct {
  folder: string;
  version: string;
}

/** POST `presence` while an entry is open, and with `left` when it is closed. Answers with the names of the others. */
export interface Presence {
  folder: string;
  left?: boolean;
}
export interface Others {
  names: string[];
}

/** GET `find?q=`: published entries that another may refer to, by words of their titles or an index number. */
export interface Found {
  items: { number: string; title: string; unit: string }[];
}
