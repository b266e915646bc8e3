import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './exit.ts';

/** A public key, alone or behind the names that a file of allowed signers has before it. */
const KEY = /^(?:[^#]*\s)?(?<key>(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\w@.-]+ [A-Za-z0-9+/]+=*)(?:\s|$)/u;

/** From when and until when a key counts. */
const TIMES = /valid-(?:after|before)="?\d{8,14}Z?"?/gu;

/**
 * Writes the office's public keys as Git wants them.
 * @param path of public keys (`*.pub`), or of allowed signers, one a line
 * @throws UsageError when there is no key in it
 */
export function writeSigners(path: string, folder: string): string {
  if (!existsSync(path)) throw new UsageError(`没有公钥文件 ${path}。核对 --key 的路径。`);
  const keys = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const key = KEY.exec(line)?.groups?.key;
      return key === undefined ? [] : [`${['namespaces="git"', ...(line.match(TIMES) ?? [])].join(',')} ${key}`];
    });
  if (keys.length === 0) throw new UsageError(`${path} 里没有 SSH 公钥。给出办公平台密钥的公钥文件，例如 office.pub。`);
  mkdirSync(folder, { recursive: true });
  const signers = join(folder, 'office.signers');
  writeFileSync(signers, keys.map((key) => `office ${key}\n`).join(''));
  return signers;
}
