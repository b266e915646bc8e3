import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { outcomeOf } from './git.ts';
import { Refusal } from './refusal.ts';
import { readSigningKey, type SigningKey, signWith } from './ssh-signature.ts';

/** The office's SSH key: it signs what the office answers for. */
export interface OfficeKey {
  /** Path of the private key. */
  path: string;
  /** Path of the file by which Git knows whose signatures count. */
  allowed: string;
  /** The key itself, if it is of the kind that the office makes. */
  signing: SigningKey | undefined;
}

/**
 * The key at this path, made there if there is none. Nobody but the account that runs the office may read it.
 * @throws Refusal when ssh-keygen is missing or the key cannot be read
 */
export function openKey(path: string, address: string): OfficeKey {
  if (!existsSync(path)) make(path, address);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  const [type = '', key = ''] = keygen(['-y', '-P', '', '-f', path]).split(' ');
  const allowed = `${path}.allowed`;
  const line = `${address} namespaces="git" ${type} ${key.trim()}\n`;
  if (!existsSync(allowed) || readFileSync(allowed, 'utf8') !== line) writeFileSync(allowed, line, { mode: 0o600 });
  return { path, allowed, signing: readSigningKey(readFileSync(path, 'utf8')) };
}

/** Makes the key under another name first, so that a half-made one is never taken for it. */
function make(path: string, address: string) {
  const making = `${path}.making`;
  for (const left of [making, `${making}.pub`]) rmSync(left, { force: true });
  keygen(['-q', '-t', 'ed25519', '-N', '', '-C', address, '-f', making]);
  rmSync(`${making}.pub`, { force: true });
  renameSync(making, path);
}

function keygen(args: readonly string[]): string {
  try {
    return execFileSync('ssh-keygen', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal('failed', '这台机器上没有 ssh-keygen。装好 OpenSSH 再启动。');
    throw new Refusal('failed', `办公平台的签名密钥 ${args.at(-1)} 读不出来。从备份恢复，或者移走它，重新启动时会新做一把。`);
  }
}

/** A commit's text with the office's signature in it, as `git commit-tree -S` makes it. */
export async function sign(text: string, { path, signing }: OfficeKey): Promise<string> {
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
