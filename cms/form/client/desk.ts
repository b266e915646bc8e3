import type { EntryFile, FormFinding, Moved, OpenedEntry, Returned, Saved } from '../api.ts';

/** The entry that is open in the form, beside what Decap itself keeps of it. */
interface Desk {
  folder: string;
  version: string;
  /** Files that the office has. */
  files: readonly EntryFile[];
  findings: readonly FormFinding[];
  /** Why it was sent back, until it is submitted again. */
  returned?: Returned | undefined;
  /** What became of the published entry meanwhile. */
  moved?: Moved | undefined;
}

const EMPTY: Desk = { folder: '', version: '', files: [], findings: [] };
let desk = EMPTY;
/** Files that were chosen and not saved yet, by the name they will have. */
const unsent = new Map<string, { file: File; url: string }>();
/** Files of the office that were taken out of the form, whose names are free again. */
const removed = new Set<string>();
const listeners = new Set<() => void>();

export const currentDesk = (): Readonly<Desk> => desk;

/** Puts an entry on the desk; what was chosen for another one is dropped. */
export function layOut({ folder, version, files, findings, returned, moved }: Pick<OpenedEntry, keyof Desk>) {
  if (folder !== desk.folder) dropUnsent();
  removed.clear();
  desk = { folder, version, files, findings, returned, moved };
  tell();
}

/** Puts an empty sheet on the desk, for a new entry. */
export function clear() {
  dropUnsent();
  desk = EMPTY;
  tell();
}

/** After a save: the files are the office's now. */
export function keepSaved(folder: string, { version, files, findings, moved, returned }: Saved) {
  for (const { name } of files) forget(name);
  removed.clear();
  desk = { folder, version, files, findings, moved, returned };
  tell();
}

export function show(findings: readonly FormFinding[]) {
  desk = { ...desk, findings };
  tell();
}

/** What stands in the form is held against another version from now on. */
export function rebase(version: string, files: readonly EntryFile[]) {
  desk = { ...desk, version, files };
  tell();
}

/** After it was handed in: what it was sent back for is settled. */
export function handIn(version: string) {
  desk = { ...desk, version, returned: undefined };
  tell();
}

/** Files to be sent with this text: those that it names. */
export const unsentIn = (text: string): File[] => [...unsent].filter(([name]) => text.includes(name)).map(([, { file }]) => file);

/** Takes a chosen file under a name that web addresses bear and no other file of the entry has. */
export function take(file: File): string {
  const name = freeName(toFileName(file.name));
  const named = new File([file], name, { type: file.type, lastModified: file.lastModified });
  unsent.set(name, { file: named, url: URL.createObjectURL(named) });
  return name;
}

/** Gives up a file that was taken out of the form. */
export function remove(name: string) {
  forget(name);
  removed.add(name);
}

/** What is known of a file by its name: its size in bytes, and where to see it before it is saved. */
export function fileNamed(name: string): { size?: number; url?: string } {
  const chosen = unsent.get(name);
  if (chosen) return { size: chosen.file.size, url: chosen.url };
  const size = desk.files.find((file) => file.name === name)?.size;
  return size === undefined ? {} : { size };
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The shape of names is the model's (cms/model/shapes.ts). */
export function toFileName(given: string): string {
  const dot = given.lastIndexOf('.');
  const extension = given
    .slice(dot + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
    .slice(0, 5);
  const stem = given
    .slice(0, dot < 0 ? undefined : dot)
    .normalize('NFC')
    .replace(/[^A-Za-z0-9\u4e00-\u9fff（）〔〕_-]+/gu, '-')
    .replace(/^[-.]+|-+$/gu, '')
    .slice(0, 76);
  return `${stem || 'fujian'}.${dot < 0 || extension.length < 2 ? 'bin' : extension}`;
}

function freeName(name: string): string {
  const dot = name.lastIndexOf('.');
  const isTaken = (each: string) => unsent.has(each) || (!removed.has(each) && desk.files.some((file) => file.name === each));
  let free = name;
  for (let count = 2; isTaken(free); count++) free = `${name.slice(0, dot)}-${count}${name.slice(dot)}`;
  return free;
}

function forget(name: string) {
  const chosen = unsent.get(name);
  if (chosen) URL.revokeObjectURL(chosen.url);
  unsent.delete(name);
}

function dropUnsent() {
  removed.clear();
  for (const name of [...unsent.keys()]) forget(name);
}

function tell() {
  for (const listener of listeners) listener();
}
