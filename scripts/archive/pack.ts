import { createHash, hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file to be packed; its bytes are read when their turn comes, so that one at a time lies in memory. */
export interface Packed {
  name: string;
  /** YYYY-MM-DD HH:MM, as it stands in the archive. */
  at: string;
  read: () => Uint8Array;
}

/** What packing again makes no smaller. */
const DENSE = /\.(?:docx|xlsx|pptx|odt|ods|odp|ofd|pdf|zip|jpe?g|png|webp|avif)$/iu;

/**
 * Writes a ZIP file with a list of checksums (`SHA256SUMS`, as `sha256sum -c` reads it) at its end. The same files give the same
 * bytes, wherever and whenever. The file has its name only when it is whole. @returns size in bytes and SHA-256
 */
export function pack(path: string, files: readonly Packed[]): { size: number; sha256: string } {
  const part = `${path}.part`;
  const file = openSync(part, 'w');
  const digest = createHash('sha256');
  let size = 0;
  let failure: unknown;
  const zip = new Zip((error, chunk) => {
    if (error) failure ??= error;
    else {
      writeSync(file, chunk);
      digest.update(chunk);
      size += chunk.length;
    }
  });
  const add = ({ name, at, read }: Packed): Uint8Array => {
    const bytes = read();
    const member = DENSE.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    member.mtime = toLocal(at);
    zip.add(member);
    member.push(bytes, true);
    if (failure) throw failure;
    return bytes;
  };
  try {
    const sums = files.map((each) => `${hash('sha256', add(each))}  ${each.name}\n`);
    const last =
      files
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '1980-01-01 00:00';
    add({ name: 'SHA256SUMS', at: last, read: () => Buffer.from(sums.join('')) });
    zip.end();
    fsyncSync(file);
  } catch (error) {
    rmSync(part);
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
  return { size, sha256: digest.digest('hex') };
}

/** ZIP keeps the time that a clock on the wall shows, and the packer reads it from a Date's local parts. */
function toLocal(moment: string): Date {
  const [year, month, day, hour, minute] = moment.split(/[- :]/u).map(Number);
  return new Date(year!, month! - 1, day, hour, minute);
}
