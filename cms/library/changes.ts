import { BY_OFFICE, entryFields } from '../model/entry-fields.ts';
import type { Fields } from '../model/field.ts';
import { findType } from '../model/types/index.ts';
import type { Changes } from './entry-act.ts';
import type { GitRepository } from './git-repository.ts';
import { toFolder } from './read-entry.ts';
import { readText } from './read-text.ts';
import { split } from './split.ts';
import { readYaml } from './yaml.ts';

/** A commit that publishes an entry again, and the one before. */
interface Republication {
  commit: string;
  before: string;
  /** From the top of the repository. */
  folder: string;
}

/** What they changed, by their commits. */
export function toChanges(git: GitRepository, again: readonly Republication[]): Map<string, Changes> {
  const found = new Map<string, Changes>();
  if (again.length === 0) return found;
  const pairs = again.map(({ commit, before }) => `${commit} ${before}\n`).join('');
  const printed = git.run(['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames'], pairs).toString('utf8');
  const folders = new Map(again.map(({ commit, folder }) => [commit, folder]));
  const texts: { commit: string; from: string; to: string; folder: string }[] = [];
  let commit = '';
  const parts = printed.split('\0');
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (!part.startsWith(':')) {
      commit = part.trim().slice(0, 40) || commit;
      continue;
    }
    const [, , from = '', to = '', status = ''] = part.split(' ');
    const path = parts[++at] ?? '';
    const folder = folders.get(commit) ?? '';
    if (!path.startsWith(`${folder}/`)) continue;
    const changes = found.get(commit) ?? { fields: [], added: [], replaced: [], removed: [] };
    found.set(commit, changes);
    const name = path.slice(folder.length + 1);
    if (name === 'index.md') texts.push({ commit, from, to, folder });
    else (status === 'A' ? changes.added : status === 'D' ? changes.removed : changes.replaced).push(name);
  }
  const blobs = [...git.blobs(texts.flatMap(({ from, to }) => [from, to]))];
  for (const [nth, { commit: id, folder }] of texts.entries())
    found.get(id)!.fields.push(...fieldsThatDiffer(folder, blobs[nth * 2]!, blobs[nth * 2 + 1]!));
  return found;
}

function fieldsThatDiffer(folder: string, before: Uint8Array | 'unreadable', after: Uint8Array | 'unreadable'): string[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  const type = toFolder(folder.slice(folder.lastIndexOf('entries/')))?.type ?? '';
  const fields: Fields = { ...entryFields, ...findType(type)?.fields };
  const names = [...new Set([...Object.keys(one.data), ...Object.keys(other.data)])].filter((name) => !BY_OFFICE.includes(name));
  const labels = names
    .filter((name) => JSON.stringify(one.data[name]) !== JSON.stringify(other.data[name]))
    .map((name) => fields[name]?.label ?? name);
  return one.body.trim() === other.body.trim() ? labels : [...labels, '正文'];
}

function partsOf(bytes: Uint8Array | 'unreadable'): { data: Record<string, unknown>; body: string } {
  const read = bytes === 'unreadable' ? undefined : readText(bytes);
  const parts = read && 'text' in read ? split(read.text) : undefined;
  try {
    const data = parts && readYaml(parts.yaml);
    return { data: data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : {}, body: parts?.body ?? '' };
  } catch {
    return { data: {}, body: parts?.body ?? '' };
  }
}
