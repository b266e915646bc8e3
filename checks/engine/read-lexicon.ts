import { readText } from '../../cms/library/read-text.ts';
import type { Source, SourceFile } from '../../cms/library/source.ts';
import { readYaml } from '../../cms/library/yaml.ts';
import type { Lexicon, Term } from '../lexicon.ts';

const LIST = /^lexicon\/([a-z0-9-]+)\.yaml$/u;

/** The word lists of a content root, by file name. A list that cannot be read is a finding of the library. */
export function readLexicon(source: Source, files: Iterable<SourceFile>): Lexicon {
  const lists = new Map<string, readonly Term[]>();
  for (const { path } of files) {
    const [, name] = LIST.exec(path) ?? [];
    const read = name === undefined ? undefined : readText(source.readOne(path) ?? new Uint8Array());
    if (name !== undefined && read && 'text' in read) lists.set(name, (readYaml(read.text) ?? []) as Term[]);
  }
  return lists;
}
