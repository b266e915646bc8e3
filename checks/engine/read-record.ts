import { readText } from '../../cms/library/read-text.ts';
import { readYaml } from '../../cms/library/yaml.ts';

/** What a YAML file holds; undefined when it cannot be read. */
export function readRecord(bytes: Uint8Array = new Uint8Array()): unknown {
  const read = readText(bytes);
  try {
    return 'text' in read ? readYaml(read.text) : undefined;
  } catch {
    return undefined;
  }
}
