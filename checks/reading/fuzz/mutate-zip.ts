import { unzipSync } from 'fflate';
import { zip } from '../archive/testing/zip.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateXml } from './mutate-xml.ts';
import type { Random } from './random.ts';

/** A damaged size may say that a member of ten bytes unpacks to gigabytes, which would all be packed again. */
const LARGEST = 20_000_000;

/** Members of a zip, or undefined when it is too damaged already. */
function membersOf(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let left = LARGEST;
  const filter = ({ originalSize }: { originalSize: number }) => {
    left -= originalSize;
    if (left < 0) throw new Error('too large');
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch {
    return undefined;
  }
}

const LONGEST_NAME = 20_000;

/** A zip with one to three members damaged, dropped, renamed or swapped, packed again. */
export function mutateZip(bytes: Uint8Array, random: Random): Uint8Array {
  const members = membersOf(bytes);
  if (!members) return mutateBytes(bytes, random);
  for (let times = 1 + random.below(3); times > 0; times--) {
    const names = Object.keys(members);
    if (names.length === 0) break;
    const name = random.pick(names);
    const content = members[name]!;
    const way = random.below(20);
    if (way === 0) delete members[name];
    else if (way === 1) members[random.pick(names)] = content;
    else if (way === 2) members[`${name}${random.below(10)}.xml`] = content;
    else if (content.length === 0) continue;
    else if (/\.(?:xml|rels|vml|html?)$/iu.test(name) && way < 17) members[name] = mutateXml(content, random);
    else if (content[0] === 0x50 && content[1] === 0x4b && way < 17) members[name] = mutateZip(content, random);
    else members[name] = mutateBytes(content, random);
  }
  // What stands for a damaged byte takes three in a name, of which a zip has room for 65,535.
  const named = Object.entries(members).map(([name, content]) => [name.slice(0, LONGEST_NAME), content]);
  return zip(Object.fromEntries(named) as Record<string, Uint8Array<ArrayBuffer>>, { level: 1 });
}
