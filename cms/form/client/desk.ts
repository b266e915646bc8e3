import type { EntryFile, FormFinding, OpenedEntry } from '../api.ts';

/** The entry that is open in the form, beside what Decap itself keeps of it. */
interface Desk {
  folder: string;
  version: string;
  /** Files that the office has. */
  files: readonly EntryFile[];
  findings: readonly FormFinding[];
}

let desk: Desk = { folder: '', version: '', files: [], findings: [] };
/** Files that were chosen and not saved yet, by the name they will have. */
const unsent = new Map<string, { file: File; url: string }>();
const listeners = new Set<() => void>();

export const currentDesk = (): Readonly<Desk> => desk;

/** Puts an entry on the desk; what was chosen for another one is dropped. */
export function layOut({ folder, version, files, findings }: Pick<OpenedEntry, keyof Desk>) {
  if (folder !== desk.folder) dropUnsent();
  desk = { folder, version, files, findings };
  tell();
}

/** Puts an empty sheet on the desk, for a new entry. */
export function clear() {
  dropUnsent();
  desk = { folder: '', version: '', files: [], findings: [] };
  tell();
}

/** After a save: the files are the office's now. */
export function keepSaved(folder: string, version: string, files: readonly EntryFile[], findings: readonly FormFinding[]) {
  for (const { name } of files) forget(name);
  desk = { folder, version, files, findings };
  tell();
}

export function show(findings: readonly FormFinding[]) {
  desk = { ...desk, findings };
  tell();
}

export function rebase(version: string) {
  desk = { ...desk, version };
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
  const isTaken = (each: string) => unsent.has(each) || desk.files.some((file) => file.name === each);
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
  for (const name of [...unsent.keys()]) forget(name);
}

function tell() {
  for (const listener of listeners) listener();
}
