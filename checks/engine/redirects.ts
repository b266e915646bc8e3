import { readText } from '../../cms/library/read-text.ts';
import type { Source } from '../../cms/library/source.ts';
import { readYaml } from '../../cms/library/yaml.ts';

/** Old addresses that a content root leads on (`redirects.yaml`); what cannot be read leads nowhere, which the library tells. */
export function redirectsOf(source: Source): Set<string> {
  const read = readText(source.readOne('redirects.yaml') ?? new Uint8Array());
  try {
    const list = 'text' in read ? readYaml(read.text) : [];
    return new Set(Array.isArray(list) ? list.flatMap((item) => (typeof item?.from === 'string' ? [item.from as string] : [])) : []);
  } catch {
    return new Set();
  }
}
