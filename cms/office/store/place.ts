import { type EntryFolder, toFolder } from '../../library/read-entry.ts';
import { readText } from '../../library/read-text.ts';
import { split } from '../../library/split.ts';
import { readYaml, YamlError } from '../../library/yaml.ts';
import { FILE_NAME } from '../../model/shapes.ts';
import { findType } from '../../model/types/index.ts';
import { RUNS_WHEN_OPENED, UPLOAD_LIMITS } from '../../model/upload-limits.ts';
import { Refusal } from './refusal.ts';

/** Files that one entry may hold. */
const MOST_FILES = 60;

/** The entry of a folder's path, which a client may have made up. @throws Refusal */
export function requirePlace(folder: string): EntryFolder {
  const place = folder.length <= 240 ? toFolder(folder) : undefined;
  if (!place || !findType(place.type)) throw new Refusal('wrong', '没有这样的条目。从列表里打开条目，或者新建一条。');
  return place;
}

/** Names that files of an entry may have. @throws Refusal */
export function requireNames(names: readonly string[]): void {
  if (!names.includes('index.md')) throw new Refusal('wrong', '条目没有正文文件。重新打开表单再保存。');
  if (names.length > MOST_FILES) throw new Refusal('wrong', `一条内容最多 ${MOST_FILES - 1} 个附件。删去多余的，或者分成几条。`);
  for (const name of names)
    if (name !== 'index.md' && !FILE_NAME.pattern.test(name)) throw new Refusal('wrong', `有一个附件的文件名不能用。${FILE_NAME.words}。`);
  const folded = names.map((name) => name.normalize('NFC').toLowerCase());
  if (new Set(folded).size < names.length) throw new Refusal('wrong', '有两个附件同名。改掉其中一个的文件名。');
}

/** Names of files that are put in: on the public site each lies under the portal's own name. @throws Refusal */
export function requireHarmless(names: readonly string[]): void {
  const runs = names.find((name) => RUNS_WHEN_OPENED.test(name));
  if (runs) throw new Refusal('wrong', `附件“${runs}”是网页或者程序，打开就会运行，不能放到网上。换成 PDF、OFD、Word 或者 Excel。`);
}

/** A file's size. @throws Refusal */
export function requireSize(bytes: Uint8Array): void {
  if (bytes.length > UPLOAD_LIMITS.file)
    throw new Refusal('wrong', `有一个附件超过 ${UPLOAD_LIMITS.file / 1_000_000} MB。压缩，或者拆成几个文件。`);
  if (bytes.length === 0) throw new Refusal('wrong', '有一个文件是空的。重新选择文件。');
}

/** The size of all files of an entry together, when some are put in. @throws Refusal */
export function requireSizes(sizes: readonly number[]): void {
  if (sizes.reduce((sum, size) => sum + size, 0) > UPLOAD_LIMITS.entry)
    throw new Refusal('wrong', `一条内容的附件合计最多 ${UPLOAD_LIMITS.entry / 1_000_000} MB。删去一些，或者分成几条。`);
}

/** A mark of byte order would hide the fields from a reader that looks at the first bytes. @throws Refusal */
export function requireUnmarked(bytes: Uint8Array): void {
  if (bytes[0] === 0xef) throw noFields();
}

const noFields = () => new Refusal('wrong', '开头没有用“---”围起来的字段。重新打开表单再保存。');

/** The fields in an entry's own file, which may be incomplete in a draft. @throws Refusal when no form could open it again */
export function requireFields(bytes: Uint8Array): Record<string, unknown> {
  const read = readText(bytes);
  if ('refused' in read) throw new Refusal('wrong', read.refused);
  const parts = split(read.text);
  if (!parts) throw noFields();
  try {
    const fields = readYaml(parts.yaml) ?? {};
    if (typeof fields === 'object' && !Array.isArray(fields)) return fields as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new Refusal('wrong', `第 ${error.place.line} 行：${error.message}`);
  }
  throw new Refusal('wrong', '开头的字段应当分项填写。重新打开表单再保存。');
}
