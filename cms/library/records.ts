import { alertFields } from '../model/alert.ts';
import { columnFields } from '../model/column.ts';
import { dutyFields } from '../model/duty.ts';
import { platformFields } from '../model/platform.ts';
import { portalFields, redirectFields, topicFields } from '../model/portal.ts';
import { toObjectSchema } from '../model/schema.ts';
import { unitFields } from '../model/unit.ts';
import type { Finding } from './finding.ts';
import { type Place, Places } from './places.ts';
import { readText } from './read-text.ts';
import { toFindings } from './to-findings.ts';
import { readYaml, YamlError } from './yaml.ts';

/** What small files describe: everything in the content root that is not an entry. */
export type RecordKind = 'portal' | 'platform' | 'unit' | 'column' | 'duty' | 'topic' | 'redirect' | 'alert';

interface Layout {
  kind: RecordKind;
  pattern: RegExp;
  /** One record per file, named by the file, or a list of records that name themselves. */
  many?: 'id' | 'from';
  /** Made when it is first asked for. */
  schema(): ReturnType<typeof toObjectSchema>;
}

function schema(fields: Parameters<typeof toObjectSchema>[0], label: string): Layout['schema'] {
  let made: ReturnType<typeof toObjectSchema> | undefined;
  return () => (made ??= toObjectSchema(fields, { label, help: '逐项写上字段和内容。' }));
}

const LAYOUTS: Layout[] = [
  { kind: 'portal', pattern: /^portal\.yaml$/u, schema: schema(portalFields, '网站') },
  { kind: 'platform', pattern: /^disclosure\.yaml$/u, schema: schema(platformFields, '信息公开平台') },
  { kind: 'column', pattern: /^columns\.yaml$/u, many: 'id', schema: schema(columnFields, '栏目') },
  { kind: 'unit', pattern: /^units\/([a-z0-9][a-z0-9-]{0,59})\.yaml$/u, schema: schema(unitFields, '单位') },
  { kind: 'duty', pattern: /^catalogue\/[a-z0-9][a-z0-9-]{0,59}\.yaml$/u, many: 'id', schema: schema(dutyFields, '公开事项') },
  { kind: 'topic', pattern: /^topics\/([a-z0-9][a-z0-9-]{0,59})\.yaml$/u, schema: schema(topicFields, '专题') },
  { kind: 'redirect', pattern: /^redirects\.yaml$/u, many: 'from', schema: schema(redirectFields, '旧地址') },
  { kind: 'alert', pattern: /^alerts\.yaml$/u, many: 'id', schema: schema(alertFields, '紧急提示') },
];

export interface ReadRecord {
  kind: RecordKind;
  id: string;
  /** Where it stands in a file that lists several. */
  item: number;
  /** Undefined for one that says who it is but is wrong in itself. */
  value: Record<string, unknown> | undefined;
}

/** What cannot even be told apart: anything of the kind may be meant. */
export const ANY = '*';

/** Whether a path is that of a file of records. */
export const isRecordFile = (path: string) => LAYOUTS.some(({ pattern }) => pattern.test(path));

/** Where in its file a record's field is. */
export const pathInFile = (kind: RecordKind, item: number, field: readonly PropertyKey[]): PropertyKey[] =>
  LAYOUTS.some((layout) => layout.kind === kind && layout.many) ? [item, ...field] : [...field];

/** The records of a file that cannot be read, as far as its name tells. */
export function toBroken(file: string): ReadRecord {
  const { kind, many, pattern } = LAYOUTS.find((layout) => layout.pattern.test(file))!;
  return { kind, id: many ? ANY : (pattern.exec(file)?.[1] ?? kind), item: 0, value: undefined };
}

export interface ReadRecords {
  records: ReadRecord[];
  findings: Finding[];
  /** Where a record of the file says its name. */
  placeOf(record: ReadRecord): Place;
}

/** Reads a file of records; what is wrong is a finding, and the right ones are kept. */
export function readRecords(file: string, bytes: Uint8Array): ReadRecords {
  const layout = LAYOUTS.find(({ pattern }) => pattern.test(file))!;
  const read = readText(bytes);
  const places = new Places('text' in read ? read.text : '');
  const { kind, many } = layout;
  const placeOf = ({ item }: ReadRecord) => places.of(many ? [item, many] : []);
  const broken = (message: string, place = { line: 1, column: 1 }) => ({
    records: [toBroken(file)],
    findings: [{ file, ...place, message }],
    placeOf,
  });
  if ('refused' in read) return broken(read.refused);
  let content: unknown;
  try {
    content = readYaml(read.text, places);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return broken(error.message, error.place);
  }
  const findings: Finding[] = [];
  if (!many) {
    const { id } = toBroken(file);
    const value = check(content, []);
    return { records: [{ kind, id, item: 0, value: value && { id, ...value } }], findings, placeOf };
  }
  if (!Array.isArray(content ?? [])) return broken('这个文件应当逐条列出。每条以“- ”开头。');
  const records = ((content as unknown[]) ?? []).map((each, item): ReadRecord => {
    const value = check(each, [item]);
    const id = (each as Record<string, unknown> | null)?.[many];
    return { kind, id: typeof id === 'string' ? id : ANY, item, value };
  });
  return { records, findings, placeOf };

  function check(value: unknown, under: PropertyKey[]): Record<string, unknown> | undefined {
    const result = layout.schema().safeParse(value);
    if (result.success) return result.data as Record<string, unknown>;
    findings.push(...toFindings(file, result.error, places, under));
    return undefined;
  }
}
