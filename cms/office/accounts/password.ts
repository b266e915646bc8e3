import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** What scrypt takes: half a second of one core and 32 MB. */
export const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

const BYTES = 32;

/** Characters that are not taken for one another when read from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** Why a password cannot be used, in Chinese, or undefined. */
export function refusePassword(password: string, account: string): string | undefined {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) return `密码要有${SHORTEST_PASSWORD}到${LONGEST_PASSWORD}个字符。`;
  if (password.toLowerCase().includes(account)) return '密码里不能有账号。换一个。';
  if (new Set(password).size < 4) return '密码里不同的字符太少。换一个。';
  return undefined;
}

/** A fresh password of four groups of four, about 79 bits. */
export const makePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');

/** Salt and scrypt hash of a password, hexadecimal, with a colon between. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${(await derive(password, salt, cost)).toString('hex')}`;
}

/** Whether a password is the one that was hashed; without a hash it takes as long, and is false. */
export async function isPassword(password: string, hash: string | undefined, cost = COST): Promise<boolean> {
  const [salt = '', kept = ''] = (hash ?? `${'0'.repeat(32)}:${'0'.repeat(BYTES * 2)}`).split(':');
  const derived = await derive(password, Buffer.from(salt, 'hex'), cost);
  return timingSafeEqual(derived, Buffer.from(kept, 'hex')) && hash !== undefined;
}

const derive = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, BYTES, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
