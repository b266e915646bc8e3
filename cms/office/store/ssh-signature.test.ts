import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprintOf, readKeys, readSigningKey, signerOf, signWith } from './ssh-signature.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-signature-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keygen = (args: string[], input = '') =>
  execFileSync('ssh-keygen', args, { cwd: folder, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });

test('signatures are those of ssh-keygen, byte for byte, and are known for what they are', async () => {
  keygen(['-q', '-t', 'ed25519', '-N', '', '-C', 'office@test', '-f', 'key']);
  keygen(['-q', '-t', 'ecdsa', '-N', '', '-f', 'other']);
  keygen(['-q', '-t', 'ed25519', '-N', 'passphrase', '-f', 'locked']);
  const key = readSigningKey(readFileSync(join(folder, 'key'), 'utf8'))!;
  expect(readSigningKey(readFileSync(join(folder, 'other'), 'utf8'))).toBeUndefined();
  expect(readSigningKey(readFileSync(join(folder, 'locked'), 'utf8'))).toBeUndefined();
  expect(readKeys(readFileSync(join(folder, 'key.pub'), 'utf8'))).toEqual([key.publicKey]);
  expect(readKeys(readFileSync(join(folder, 'other.pub'), 'utf8'))).toEqual([]);
  expect(keygen(['-l', '-f', 'key.pub'])).toContain(fingerprintOf(key.publicKey));
  for (const text of ['', '一\n', 'x'.repeat(100_000)]) {
    const signed = signWith(key, Buffer.from(text));
    expect(signed).toBe(keygen(['-q', '-Y', 'sign', '-n', 'git', '-f', 'key'], text));
    expect(await signerOf(signed, Buffer.from(text))).toBe(key.publicKey);
    expect(await signerOf(signed, Buffer.from(`${text} `))).toBeUndefined();
    expect(await signerOf(keygen(['-q', '-Y', 'sign', '-n', 'file', '-f', 'key'], text), Buffer.from(text))).toBeUndefined();
  }
  for (const broken of ['', 'x', '-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n'])
    expect(await signerOf(broken, Buffer.from(''))).toBeUndefined();
});
