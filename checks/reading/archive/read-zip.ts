import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { decodeUnlabelled } from './member-name.ts';
import { openZip } from './open-zip.ts';
import { take } from './take.ts';

/** Zip archives: the name of every member, and every member's content, listed or not. */
export const readZip: Reader = async ({ bytes, budget, within, level, readInner }) => {
  const gather = new Gather(budget, within);
  const zip = openZip(bytes);
  const self = level === 0 ? '压缩包' : '';
  if (!zip.isWhole) gather.trait({ kind: 'corrupt', where: '文件' });
  for (const comment of zip.comments)
    gather.add({ text: decodeUnlabelled(comment), where: `${self}注释`, kind: 'property', isHidden: true });
  for (const member of zip.members) {
    if (budget.pieces <= 0 || budget.bytes <= 0 || budget.parts <= 0) {
      gather.trait({ kind: 'cut', where: '文件', what: '里面的文件太多或太大，后面的没有检查' });
      break;
    }
    const name = member.isUnlisted ? `${member.name}（未列出）` : member.name;
    const where = `${self}中的“${name}”`;
    if (member.name.endsWith('/')) {
      gather.add({ text: member.name, where: `${self}中的文件夹名称`, kind: 'name', isHidden: member.isUnlisted });
      if (member.claimed === 0 && (member.packed ?? 0) <= 2) continue;
    }
    const unpacked = await take(zip, member, budget, gather, where);
    // An encrypted or strangely packed member still shows its name.
    if (unpacked.length === 0) gather.add({ text: member.name, where, kind: 'name', isHidden: member.isUnlisted });
    else gather.take(await readInner(name, unpacked), { isHidden: member.isUnlisted });
  }
  for (const stray of zip.strays) if (stray.length >= 4) gather.take(await readInner('压缩包以外的数据', stray), { isHidden: true });
  return gather.reading('zip');
};
