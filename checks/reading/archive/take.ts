import type { Budget } from '../budget.ts';
import type { Gather } from '../gather.ts';
import type { Member } from './directory.ts';
import type { Zip } from './open-zip.ts';
import { unpack } from './unpack.ts';

/** Unpacks a member as far as it goes and notes as traits at `where` what kept it from going further. */
export async function take(zip: Zip, member: Member, budget: Budget, gather: Gather, where: string): Promise<Uint8Array> {
  const { bytes, problem } = await unpack(zip.bytes, member, budget);
  if (problem === 'encrypted') gather.trait({ kind: 'encrypted', where });
  else if (problem === 'method') gather.trait({ kind: 'unknown', where, format: `zip-${member.method}` });
  else if (problem === 'corrupt') gather.trait({ kind: 'corrupt', where });
  else if (problem === 'large') gather.trait({ kind: 'cut', where, what: '解压后太大，后面的没有检查' });
  else if (problem === 'parts') gather.trait({ kind: 'cut', where: '文件', what: '里面的文件太多，后面的没有检查' });
  return bytes;
}
