import { deflateSync, inflateSync } from 'node:zlib';
import { mutateBytes } from './mutate-bytes.ts';
import { mutatePieces } from './mutate-pieces.ts';
import type { Random } from './random.ts';

const OBJECT = /(\d+ \d+ obj)([\s\S]*?)(endobj)/g;
const TOKEN = /<<|>>|[[\]]|\/[^\s/<>[\]()]*|\((?:\\.|[^\\)])*\)|<[\da-fA-F\s]*>|\d+ \d+ R|[-+.\d]+|\s+|[^\s/<>[\]()]+|./gs;

/**
 * A PDF with one to four objects damaged: tokens of the dictionary, references that go elsewhere or round, the stream
 * unpacked, damaged and packed again, objects gone or under another's number. Its list of places is then wrong, which
 * readers mend.
 */
export function mutatePdf(bytes: Uint8Array, random: Random): Buffer {
  let pdf = Buffer.from(bytes).toString('latin1');
  for (let times = 1 + random.below(4); times > 0; times--) {
    const objects = [...pdf.matchAll(OBJECT)];
    if (objects.length === 0) return mutateBytes(bytes, random);
    const { 0: whole, 1: head, 2: body, index } = random.pick(objects);
    pdf = `${pdf.slice(0, index)}${damage(whole, head!, body!, objects, random)}${pdf.slice(index + whole.length)}`;
  }
  return Buffer.from(pdf, 'latin1');
}

function damage(whole: string, head: string, body: string, objects: RegExpMatchArray[], random: Random): string {
  const [, dictionary = body, open = '', data = ''] = /^([\s\S]*?)(stream\r?\n)([\s\S]*?)(?=\r?\nendstream|endstream)/u.exec(body) ?? [];
  const other = random.pick(objects);
  const way = random.below(10);
  if (way === 0) return '';
  if (way === 1) return whole + whole.replace(/^\d+/u, () => String(random.below(40)));
  if (way === 2) return `${head}${other[2]}endobj`;
  if (way < 5) {
    const turned = dictionary.replace(/\d+ 0 R/gu, (old) =>
      random.below(2) ? old : `${random.pick([head, other[1]!]).split(' ')[0]} 0 R`,
    );
    return `${head}${turned}${body.slice(dictionary.length)}endobj`;
  }
  if (open && way < 8) {
    const changed = damageStream(dictionary, data, random);
    const told = dictionary.replace(/\/Length \d+/u, `/Length ${changed.length}`);
    return `${head}${told}${open}${changed}\nendstream endobj`;
  }
  return `${head}${mutatePieces(dictionary, TOKEN, random)}${body.slice(dictionary.length)}endobj`;
}

function damageStream(dictionary: string, data: string, random: Random): string {
  const raw = Buffer.from(data, 'latin1');
  const damaged = (plain: Buffer) => {
    if (plain.length === 0 || random.below(3) === 0) return plain.length === 0 ? plain : mutateBytes(plain, random);
    return Buffer.from(mutatePieces(plain.toString('latin1'), TOKEN, random), 'latin1');
  };
  if (!/FlateDecode/u.test(dictionary)) return damaged(raw).toString('latin1');
  try {
    return deflateSync(damaged(inflateSync(raw))).toString('latin1');
  } catch {
    return damaged(raw).toString('latin1');
  }
}
