import { fold } from './fold.ts';
import { Refused } from './refused.ts';

const MARK = /(?:绝密|机密|秘密) ?[★☆]|^(?:绝密|机密|秘密)(?: ?[\d一二三四五六七八九十]{1,3} ?年)?$/mu;
const INTERNAL =
  /（ ?此件(?:不予公开|不公开|依申请公开)[^）]{0,20}）|^[（【[]?(?:内部资料|内部文件)[ ，·、]*(?:注意保存|注意保密|不得外传)?[）】\]]?$/mu;

/** Refuses a document that bears a mark of secrecy, without showing any of it. */
export function refuseSecret(lines: readonly string[]): void {
  const plain = lines.map(fold).join('\n');
  if (MARK.test(plain)) throw new Refused('文件上有国家秘密标志，没有导入，也没有留下内容。立即停止在这台电脑上处理，报告保密工作机构。');
  if (INTERNAL.test(plain))
    throw new Refused('文件上有不公开或者内部资料的标记，没有导入。核对公开属性，应当公开的由保密审查人确认后去掉标记再导入。');
}
