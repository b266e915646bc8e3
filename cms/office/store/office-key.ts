import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { outcomeOf } from './git.ts';
import { Refusal } from './refusal.ts';
import { readSigningKey, type SigningKey, signWith } from './ssh-signature.ts';

/** The office's SSH key: it signs what the office answers for. */
export interface OfficeKey {
  /** Path of the private key. */
  path: string;
  /** Path of the file that tells Git and whoever verifies whose signatures count. */
  allowed: string;
  /** In the form of OpenSSH, `ssh-ed25519 AAAA…`. */
  publicKey: string;
  /** The key itself, if it is of the kind that the office makes. */
  signing: SigningKey | undefined;
}

/** What of a key signs. */
export type Signing = Pick<OfficeKey, 'path' | 'publicKey' | 'signing'>;

/**
 * The key at this path, made there if there is none. Nobody but the account that runs the office may read it.
 * @throws Refusal when ssh-keygen is missing or the key cannot be read
 */
export function openKey(path: string, address: string): OfficeKey {
  if (!existsSync(path)) make(path, address);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  const [type = '', base64 = ''] = keygen(['-y', '-P', '', '-f', path]).split(' ');
  const publicKey = `${type} ${base64.trim()}`;
  if (!readAllowed(path)[0]?.endsWith(publicKey)) writeAllowed(path, address, [publicKey], readAllowed(path));
  return { path, allowed: allowedOf(path), publicKey, signing: readSigningKey(readFileSync(path, 'utf8')) };
}

/** Makes a key, under another name first, so that a half-made one is never taken for it. */
function make(path: string, address: string) {
  const making = `${path}.making`;
  for (const left of [making, `${making}.pub`]) rmSync(left, { force: true });
  keygen(['-q', '-t', 'ed25519', '-N', '', '-C', address, '-f', making]);
  rmSync(`${making}.pub`, { force: true });
  flush(making);
  renameSync(making, path);
}

/** Writes down whose signatures count, for Git and for whoever verifies: the office's key first. */
export function writeAllowed(path: string, address: string, keys: readonly string[], former: readonly string[] = []) {
  const lines = keys.map((key) => `${address} namespaces="git" ${key}`);
  const others = former.filter((line) => !keys.some((key) => line.endsWith(key)));
  const making = `${allowedOf(path)}.making`;
  writeFileSync(making, [...lines, ...others].map((line) => `${line}\n`).join(''), { mode: 0o600, flush: true });
  renameSync(making, allowedOf(path));
}

/** Where it is written down whose signatures count. @param path of the office's key */
export const allowedOf = (path: string): string => `${path}.allowed`;

/** One line for each key whose signatures count. */
export const readAllowed = (path: string): string[] =>
  existsSync(allowedOf(path)) ? readFileSync(allowedOf(path), 'utf8').split('\n').filter(Boolean) : [];

function flush(path: string) {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function keygen(args: readonly string[]): string {
  try {
    return execFileSync('ssh-keygen', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal('failed', '这台机器上没有 ssh-keygen。装好 OpenSSH 再启动。');
    throw new Refusal('failed', `办公平台的签名密钥 ${args.at(-1)} 读不出来。从备份恢复；恢复不了的，用 gongkai key change --lost 更换。`);
  }
}

/** A commit's text with the office's signature in it, as `git commit-tree -S` makes it. */
export async function sign(text: string, { path, signing }: Signing): Promise<string> {
  const signature = (signing ? signWith(signing, Buffer.from(text)) : await signElsewhere(text, path)).trimEnd().replaceAll('\n', '\n ');
  const split = text.indexOf('\n\n');
  return `${text.slice(0, split)}\ngpgsig ${signature}${text.slice(split)}`;
}

/** With a key of a kind that only OpenSSH reads. */
async function signElsewhere(text: string, path: string): Promise<string> {
  const child = spawn('ssh-keygen', ['-q', '-Y', 'sign', '-n', 'git', '-f', path], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = outcomeOf(child, 'sign');
  child.stdin.end(text);
  return (await ended).toString('latin1');
}
