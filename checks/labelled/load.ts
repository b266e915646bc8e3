import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';
import { toGb18030, toUtf16 } from '../../cms/import/testing/encode.ts';
import type { Content, LabelledCase } from './case.ts';
import { make } from './make/index.ts';

export type { LabelledCase };

const HERE = fileURLToPath(new URL('./', import.meta.url));

/** Sets whose cases the rules were mended by. What is measured on them says nothing about texts that nobody has seen. */
const READ = [
  'tune',
  'fresh',
  'unseen',
  'blind',
  'variants',
  'strangers',
  'newcomers',
  'outsiders',
  'roles',
  'visitors',
  'laws-learnt',
] as const;
/** Names of the sets, each a folder. */
export const SETS = [...READ, 'held', 'guests', 'aside', 'laws'] as const;
export type SetName = (typeof SETS)[number];
export const TUNED: ReadonlySet<SetName> = new Set(READ);

/** All cases of a set, in the order of their files. Only those in `TUNED` are read while rules are written: the others judge them. */
export async function loadCases(set: SetName): Promise<LabelledCase[]> {
  const files = (await readdir(`${HERE}${set}`)).filter((name) => name.endsWith('.yaml')).sort();
  const lists = await Promise.all(
    files.map(async (file) => load(await readFile(`${HERE}${set}/${file}`, 'utf8'), { schema: CORE_SCHEMA })),
  );
  return lists.flat() as LabelledCase[];
}

/** The bytes of a case's file, the same at every call on one machine. */
export async function bytesOf(content: Content): Promise<Uint8Array> {
  if ('file' in content) return new Uint8Array(await readFile(HERE + content.file));
  if ('make' in content) return make(content);
  if (content.encoding === 'gb18030') return toGb18030(content.text);
  if (content.encoding === 'utf-16le') return toUtf16(content.text, 'little', true);
  return new TextEncoder().encode(content.text);
}
