import { readText } from '../../cms/library/read-text.ts';
import type { Source } from '../../cms/library/source.ts';
import { readYaml } from '../../cms/library/yaml.ts';

/** What a YAML file of a content root holds; undefined when it cannot be read. */
export function readRecord(source: Source, path: string): unknown {
  const read = readText(source.readOne(path) ?? new Uint8Array());
  try {
    return 'text' in read ? readYaml(read.text) : undefined;
  } catch {
    return undefined;
  }
}
