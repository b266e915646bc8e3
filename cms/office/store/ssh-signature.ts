import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A signature as `ssh-keygen -Y sign` makes it (PROTOCOL.sshsig of OpenSSH). */
interface Signature {
  /** Public key in the form of OpenSSH, `ssh-ed25519 AAAA…`. */
  key: string;
  publicKey: Buffer;
  namespace: string;
  hash: string;
  signature: Buffer;
}

const TYPE = 'ssh-ed25519';
const MAGIC = 'SSHSIG';
const NAMESPACE = 'git';
const HASH = 'sha512';
/** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
/** What stands before the 32 bytes of an Ed25519 secret in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Who signed a payload as Git's: the key, in the form of OpenSSH, or undefined when the signature is none or not good. */
export async function signerOf(armored: string, payload: Uint8Array): Promise<string | undefined> {
  const read = readSignature(armored);
  if (read?.namespace !== NAMESPACE || !['sha256', 'sha512'].includes(read.hash)) return undefined;
  const signed = toSigned(payload, read.hash);
  const isGood = await new Promise<boolean>((resolve, reject) =>
    verify(null, signed, keyOf(read.publicKey), read.signature, (error, good) => (error ? reject(error) : resolve(good))),
  );
  return isGood ? read.key : undefined;
}

/** Bytes that are signed for a payload. */
const toSigned = (payload: Uint8Array, hash: string): Buffer =>
  Buffer.concat([Buffer.from(MAGIC), ...[NAMESPACE, '', hash, createHash(hash).update(payload).digest()].map(toField)]);

/** An Ed25519 key that signs without a process of its own. */
export interface SigningKey {
  /** In the form of OpenSSH, `ssh-ed25519 AAAA…`. */
  publicKey: string;
  secret: KeyObject;
}

/** The key in an OpenSSH private key file without a passphrase; undefined for one of another kind. */
export function readSigningKey(text: string): SigningKey | undefined {
  const [, base64 = ''] =
    /^-----BEGIN OPENSSH PRIVATE KEY-----\n([A-Za-z0-9+/=\n]+)-----END OPENSSH PRIVATE KEY-----\n?$/u.exec(text) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  const head = Buffer.from(`openssh-key-v1\0`);
  if (!bytes.subarray(0, head.length).equals(head)) return undefined;
  const reader = new Fields(bytes.subarray(head.length));
  const [cipher, , ,] = [reader.next(), reader.next(), reader.next()];
  if (cipher?.toString() !== 'none' || reader.number() !== 1) return undefined;
  const blob = reader.next();
  const inner = new Fields(reader.next() ?? Buffer.alloc(0));
  const [one, other] = [inner.number(), inner.number()];
  const [type, , secret] = [inner.next(), inner.next(), inner.next()];
  if (!blob || one !== other || type?.toString() !== TYPE || secret?.length !== 64) return undefined;
  const key = Buffer.concat([PKCS8, secret.subarray(0, 32)]);
  return { publicKey: `${TYPE} ${blob.toString('base64')}`, secret: createPrivateKey({ key, format: 'der', type: 'pkcs8' }) };
}

/** The signature of a payload, armored, byte for byte as `ssh-keygen -Y sign -n git` makes it. */
export function signWith({ publicKey, secret }: SigningKey, payload: Uint8Array): string {
  const signature = sign(null, toSigned(payload, HASH), secret);
  const version = Buffer.from([0, 0, 0, 1]);
  const blob = Buffer.from(publicKey.split(' ')[1]!, 'base64');
  const fields = [blob, NAMESPACE, '', HASH, Buffer.concat([toField(TYPE), toField(signature)])].map(toField);
  const lines = Buffer.concat([Buffer.from(MAGIC), version, ...fields])
    .toString('base64')
    .match(/.{1,70}/gu)!;
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`;
}

/** The Ed25519 public keys that a file names: one of OpenSSH's `.pub`, or the office's `.allowed`, in which one that has ended vouches for nothing. */
export function readKeys(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (line.includes('valid-before=')) return [];
    const [, base64 = ''] = /(?:^|\s)ssh-ed25519 ([A-Za-z0-9+/=]+)/u.exec(line) ?? [];
    return publicKeyIn(Buffer.from(base64, 'base64')) ? [`${TYPE} ${base64}`] : [];
  });
}

/** A key's fingerprint as `ssh-keygen -l` prints it. */
export const fingerprintOf = (key: string): string =>
  `SHA256:${createHash('sha256')
    .update(Buffer.from(key.split(' ')[1] ?? '', 'base64'))
    .digest('base64')
    .replace(/=+$/u, '')}`;

const keys = new Map<string, KeyObject>();

function keyOf(publicKey: Buffer): KeyObject {
  const name = publicKey.toString('latin1');
  let key = keys.get(name);
  if (!key) keys.set(name, (key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })));
  return key;
}

function readSignature(armored: string): Signature | undefined {
  const [, base64] = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n?$/u.exec(armored) ?? [];
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('latin1', 0, 6) !== MAGIC || bytes.length < 10 || bytes.readUInt32BE(6) !== 1) return undefined;
  const fields = fieldsIn(bytes.subarray(10));
  if (fields?.length !== 5) return undefined;
  const [key, namespace, , hash, blob] = fields as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const publicKey = publicKeyIn(key);
  const [type, signature] = fieldsIn(blob) ?? [];
  if (!publicKey || type?.toString('latin1') !== TYPE || signature?.length !== 64) return undefined;
  return { key: `${TYPE} ${key.toString('base64')}`, publicKey, namespace: namespace.toString(), hash: hash.toString(), signature };
}

function publicKeyIn(blob: Buffer): Buffer | undefined {
  const [type, key, ...others] = fieldsIn(blob) ?? [];
  return type?.toString('latin1') === TYPE && key?.length === 32 && others.length === 0 ? key : undefined;
}

/** All fields of bytes that hold nothing else; undefined when they are cut short. */
function fieldsIn(bytes: Buffer): Buffer[] | undefined {
  const reader = new Fields(bytes);
  const fields: Buffer[] = [];
  while (!reader.isAtEnd) {
    const field = reader.next();
    if (!field) return undefined;
    fields.push(field);
  }
  return fields;
}

/** Reads SSH's wire format: numbers of four bytes, and fields that begin with their length. */
class Fields {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  number(): number | undefined {
    if (this.#at + 4 > this.#bytes.length) return undefined;
    this.#at += 4;
    return this.#bytes.readUInt32BE(this.#at - 4);
  }

  next(): Buffer | undefined {
    const length = this.number();
    if (length === undefined || this.#at + length > this.#bytes.length) return undefined;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

function toField(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
