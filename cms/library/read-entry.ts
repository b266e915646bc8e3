import { entrySchema } from '../model/schema.ts';
import { type Data, findType, type TypeName } from '../model/types/index.ts';
import type { Finding } from './finding.ts';
import { Places } from './places.ts';
import { readText } from './read-text.ts';
import { split, YAML_LINE } from './split.ts';
import { toFindings } from './to-findings.ts';
import { readYaml, YamlError } from './yaml.ts';

/** Where an entry's folder says it belongs: `entries/<unit>/<type>/<year>/<slug>`. */
export interface EntryFolder {
  path: string;
  unit: string;
  type: string;
  year: string;
  slug: string;
}

/** An entry as its file gives it. */
export interface ReadEntry {
  folder: EntryFolder;
  type: TypeName;
  data: Data;
  /** Markdown after the front matter. */
  body: string;
}

const FOLDER = /^entries\/([a-z0-9-]+)\/([a-z-]+)\/(\d{4})\/([a-z0-9][a-z0-9-]*)$/u;

/** The folder of an entry's file or attachment, or undefined when the path is not laid out so. */
export function toFolder(path: string): EntryFolder | undefined {
  const [, unit, type, year, slug] = FOLDER.exec(path) ?? [];
  return unit && type && year && slug ? { path, unit, type, year, slug } : undefined;
}

/** Reads an entry's file. Everything wrong with it is a finding; the entry is kept only without any. */
export function readEntry(folder: EntryFolder, bytes: Uint8Array): { entry?: ReadEntry; findings: Finding[] } {
  const file = `${folder.path}/index.md`;
  const at = (message: string, { line, column } = { line: 1, column: 1 }) => ({ findings: [{ file, line, column, message }] });
  const type = findType(folder.type);
  if (!type) return at(`没有“${folder.type}”这种内容类型。把文件夹移到正确的类型下面。`);
  const read = readText(bytes);
  if ('refused' in read) return at(read.refused);
  const parts = split(read.text);
  if (!parts)
    return at(
      read.text.startsWith('---\n')
        ? '开头的字段没有结束。字段写完以后，单独写一行“---”。'
        : '开头没有用“---”围起来的字段。第一行写“---”，字段写完再写一行“---”。',
    );
  const places = new Places(parts.yaml, YAML_LINE);
  let data: unknown;
  try {
    data = readYaml(parts.yaml, places);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return at(error.message, error.place);
  }
  const result = entrySchema(type.name)!.safeParse(data ?? {});
  if (!result.success) return { findings: toFindings(file, result.error, places) };
  const entry = { folder, type: type.name, data: result.data as Data, body: parts.body.trim() };
  const findings = toFolderFindings(entry, places, file);
  if (type.body === 'required' && entry.body === '')
    findings.push({ file, line: parts.yaml.split('\n').length + YAML_LINE, column: 1, message: '“正文”没有填写。在字段下面写正文。' });
  return findings.length > 0 ? { findings } : { entry, findings };
}

/** What the folder says must agree with what the fields say. */
function toFolderFindings({ folder, data }: ReadEntry, places: Places, file: string): Finding[] {
  const findings: Finding[] = [];
  const say = (field: string, message: string) => findings.push({ file, ...places.of([field]), message });
  const { index_number: number, published_at: published } = data;
  if ((number === undefined) !== (published === undefined))
    say(
      number === undefined ? 'published_at' : 'index_number',
      '“索引号”和“发布日期”要么都有，要么都没有。草稿两项都不填，由系统在发布时写入。',
    );
  if (number && published && number.slice(10, 16) !== published.slice(0, 7).replace('-', ''))
    say('index_number', `“索引号”里的年月是 ${number.slice(10, 16)}，和“发布日期”${published.slice(0, 10)} 不一致。核对索引号。`);
  if (published && published.slice(0, 4) !== folder.year)
    say(
      'published_at',
      `“发布日期”在 ${published.slice(0, 4)} 年，文件夹却是 ${folder.year}。把文件夹移到 ${published.slice(0, 4)} 下面。`,
    );
  return findings;
}
