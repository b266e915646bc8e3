import { hash } from 'node:crypto';
import { FILE_NAME } from '../model/shapes.ts';
import { isWithdrawnBody } from '../model/withdrawn.ts';
import { linkedFiles } from './context.ts';
import type { Finding } from './finding.ts';
import { measure } from './measure.ts';
import { readEntry, toFolder } from './read-entry.ts';
import { isRecordFile } from './records.ts';
import { REFUSED, type Refusal, type SourceFile } from './source.ts';

/** An entry in the form in which the index stores it. */
export interface ParsedEntry {
  path: string;
  unit: string;
  type: string;
  number: string | null;
  /** Publication date, or what the former site claims as such, and index number: the order of every list. */
  sort: string;
  /** 1 where the reason stands in place of the text (撤稿), else 0. */
  withdrawn: number;
  json: string;
  linked: string;
  body: string;
}

/** What a content file says, whoever reads it. */
export interface Parsed {
  file: SourceFile;
  /** In bytes. */
  size: number;
  sha256: string;
  /** Pictures only, in pixels. */
  width: number | null;
  height: number | null;
  /** For the file of an entry: its folder, and the entry if it can be read. */
  folder?: string;
  entry?: ParsedEntry;
  findings: Finding[];
}

/** Reads one content file. Files of records are only hashed: they are read together. */
export function parse(file: SourceFile, bytes: Uint8Array): Parsed {
  const picture = measure(file.path, bytes);
  const parsed: Parsed = {
    file,
    size: bytes.length,
    sha256: hash('sha256', bytes),
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    findings: [],
  };
  const { path } = file;
  const folder = toFolder(path.slice(0, path.lastIndexOf('/')));
  if (folder && path.endsWith('/index.md')) {
    const { entry, findings } = readEntry(folder, bytes);
    return { ...parsed, folder: folder.path, findings, ...(entry && { entry: toParsedEntry(entry) }) };
  }
  const message = placeFault(path);
  if (message !== undefined) parsed.findings.push({ file: path, line: 1, column: 1, message });
  return parsed;
}

/** What is known of a file that is not read. */
export function refuse(file: SourceFile, refused: Refusal): Parsed {
  const { path } = file;
  const folder = path.endsWith('/index.md') ? toFolder(path.slice(0, -'/index.md'.length)) : undefined;
  return {
    file: { ...file, refused, stamp: refused === 'unreadable' ? '' : file.stamp },
    size: 0,
    sha256: '',
    width: null,
    height: null,
    ...(folder && { folder: folder.path }),
    findings: [{ file: path, line: 1, column: 1, message: REFUSED[refused] }],
  };
}

function toParsedEntry({ folder, type, data, body }: NonNullable<ReturnType<typeof readEntry>['entry']>): ParsedEntry {
  const { index_number: number, published_at: published } = data;
  return {
    path: folder.path,
    unit: folder.unit,
    type,
    number: number ?? null,
    sort: `${data.imported?.claimed_on ?? published ?? ''}|${number ?? ''}`,
    withdrawn: Number(isWithdrawnBody(body)),
    json: JSON.stringify(data),
    linked: linkedFiles(body).join('\n'),
    body,
  };
}

/** Why a content root has no place for a file with this path; undefined when it has. */
export function placeFault(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isPublished = toFolder(path.slice(0, path.lastIndexOf('/'))) !== undefined || /^images\/[^/]+$/u.test(path);
  if (isPublished) return FILE_NAME.pattern.test(name) ? undefined : `文件名不能用在网址里。${FILE_NAME.words}。`;
  if (isRecordFile(path) || /^(?:lexicon|waivers)\/[^/]+$|^baseline\.json$/u.test(path)) return undefined;
  if (/^(?:units|topics|catalogue)\/[^/]+$/u.test(path))
    return '文件名不对，这个文件没有读。文件名只用小写字母、数字和横线，扩展名用 .yaml。';
  return path.startsWith('entries/')
    ? '这个文件不在条目的文件夹里。条目放在 entries/<单位>/<类型>/<年份>/<名称>/ 下面，名称只用小写字母、数字和横线。'
    : '内容文件夹里没有安排这个文件的位置。移到条目的文件夹里，或者删去。';
}
