import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../../cms/library/read-text.ts';
import { readYaml } from '../../cms/library/yaml.ts';
import { isWrittenDay } from '../../cms/model/day.ts';
import { MAY_ALLOW } from '../responsible.ts';
import type { Waiver } from '../waiver.ts';
import type { JudgingFiles } from './judging-files.ts';
import { peopleIn } from './people-in.ts';

/** Who may sign with which key, in the form of `ssh-keygen`'s allowed signers; names are accounts. */
const SIGNERS = 'waivers/signers';
const NAMESPACE = 'gongkai-waiver';

/** A file under `waivers/` that is none. */
export interface BadWaiver {
  file: string;
}

interface Read {
  waivers: readonly Waiver[];
  bad: readonly BadWaiver[];
}

const known = new WeakMap<JudgingFiles, Read>();

/** The waivers of a content root, read once, with their signatures verified by `ssh-keygen` when they are asked about. */
export function readWaivers(files: JudgingFiles): Read {
  let read = known.get(files);
  if (!read) known.set(files, (read = toWaivers(files)));
  return read;
}

function toWaivers(files: JudgingFiles): Read {
  const signers = files.get(SIGNERS);
  const waivers: Waiver[] = [];
  const bad: BadWaiver[] = [];
  for (const [path, bytes] of files) {
    if (!/^waivers\/.*\.yaml$/u.test(path)) continue;
    const fields = fieldsOf(bytes);
    if (!fields) bad.push({ file: path });
    else {
      const signature = files.get(`${path}.sig`);
      let signed: boolean | undefined;
      waivers.push({
        ...fields,
        file: path,
        // Most waivers are never asked about, and each answer costs a process.
        get isSigned() {
          return (signed ??= isSignedBy(fields.allowed_by, bytes, signature, signers));
        },
      });
    }
  }
  return { waivers, bad };
}

/** Accounts of those who may allow an exception: people with the role of secrecy review or of the information office. */
export function readAllowing(files: JudgingFiles): Set<string> {
  if (![...files.keys()].some((path) => path.startsWith('waivers/'))) return new Set();
  const people = peopleIn(files);
  return new Set(MAY_ALLOW.flatMap((role) => [...people.withRole(role)]));
}

const FIELDS = ['rule', 'path', 'fingerprint', 'reason', 'allowed_by', 'allowed_on', 'until'] as const;

function fieldsOf(bytes: Uint8Array): Omit<Waiver, 'file' | 'isSigned'> | undefined {
  const read = readText(bytes);
  if (!('text' in read)) return undefined;
  try {
    const value = readYaml(read.text) as Record<string, unknown> | null;
    const isWhole = FIELDS.every((name) => typeof value?.[name] === 'string' && value[name] !== '');
    const hasDays = isWhole && [value!.allowed_on, value!.until].every((day) => isWrittenDay(String(day)));
    return hasDays ? (value as unknown as Omit<Waiver, 'file' | 'isSigned'>) : undefined;
  } catch {
    return undefined;
  }
}

function isSignedBy(person: string, bytes: Uint8Array, signature: Uint8Array | undefined, signers: Uint8Array | undefined): boolean {
  if (!signature || !signers || !/^[a-z0-9-]+$/u.test(person)) return false;
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-waiver-'));
  try {
    writeFileSync(join(folder, 'signers'), signers);
    writeFileSync(join(folder, 'signature'), signature);
    const files = ['-f', join(folder, 'signers'), '-s', join(folder, 'signature')];
    const { status } = spawnSync('ssh-keygen', ['-Y', 'verify', '-I', person, '-n', NAMESPACE, ...files], { input: bytes });
    return status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
