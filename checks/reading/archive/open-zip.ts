import { type Directory, type Member, readDirectory } from './directory.ts';
import { findUnlisted } from './unlisted.ts';

export interface Zip {
  bytes: Uint8Array;
  /** Every packed file: listed ones in the order of the directory, duplicates included, then those it leaves out. */
  members: Member[];
  /** Comments of the archive and of its members. */
  comments: Uint8Array[];
  /** Bytes before, between and after the packed files that belong to none. */
  strays: Uint8Array[];
  /** False when the directory is missing or does not fit the bytes. */
  isWhole: boolean;
}

/** Finds all that a zip holds, listed or not. Nothing is unpacked yet. */
export function openZip(bytes: Uint8Array): Zip {
  const directory = readDirectory(bytes);
  if (!directory) {
    const members = findUnlisted(bytes, 0, bytes.length);
    return { bytes, members, comments: [], strays: [], isWhole: false };
  }
  const { comments, comment } = directory;
  const members = [...directory.members];
  const strays: Uint8Array[] = [];
  for (const [from, to] of gapsOf(directory, bytes.length)) {
    const unlisted = findUnlisted(bytes, from, to);
    for (const member of unlisted) members.push(member);
    const stray = bytes.subarray(from, unlisted[0]?.header ?? to);
    if (stray.some((byte) => byte !== 0)) strays.push(stray);
  }
  return { bytes, members, comments: comment.length > 0 ? [comment, ...comments] : comments, strays, isWhole: directory.isWhole };
}

/** Stretches that no listed member, nor the directory, takes up. */
function gapsOf({ members, start, end, comment }: Directory, length: number): [number, number][] {
  const taken = members.map(({ header, data, packed = 0 }): [number, number] => [header, data + packed]);
  taken.sort((a, b) => a[0] - b[0]);
  taken.push([start, end + 22 + comment.length]);
  const gaps: [number, number][] = [];
  let at = 0;
  for (const [from, to] of taken) {
    // A data descriptor of 12 to 24 bytes may follow the packed data.
    if (from - at > 24 || (at === 0 && from > 0)) gaps.push([at, Math.min(from, length)]);
    at = Math.max(at, Math.min(to, length));
  }
  if (length > at) gaps.push([at, length]);
  return gaps;
}
