import { columnFields } from '../model/column.ts';
import { dutyFields } from '../model/duty.ts';
import { portalFields, redirectFields, topicFields } from '../model/portal.ts';
import { toObjectSchema } from '../model/schema.ts';
import { unitFields } from '../model/unit.ts';
import type { Finding } from './finding.ts';
import { placeOf } from './places.ts';
import { readText } from './read-text.ts';
import { readYaml, YamlError } from './yaml.ts';

/** What small files describe: everything in the content root that is not an entry. */
export type RecordKind = 'portal' | 'unit' | 'column' | 'duty' | 'topic' | 'redirect';

interface Layout {
  kind: RecordKind;
  pattern: RegExp;
  /** One record per file, named by the file, or a list of records that name themselves. */
  many?: 'id' | 'from';
  schema: ReturnType<typeof toObjectSchema>;
}

const schema = (fields: Parameters<typeof toObjectSchema>[0], label: string) => toObjectSchema(fields, { label, help: '' });

const LAYOUTS: Layout[] = [
  { kind: 'portal', pattern: /^portal\.yaml$/u, schema: schema(portalFields, '网站') },
  { kind: 'column', pattern: /^columns\.yaml$/u, many: 'id', schema: schema(columnFields, '栏目') },
  { kind: 'unit', pattern: /^units\/([a-z0-9-]+)\.yaml$/u, schema: schema(unitFields, '单位') },
  { kind: 'duty', pattern: /^catalogue\/[a-z0-9-]+\.yaml$/u, many: 'id', schema: schema(dutyFields, '公开事项') },
  { kind: 'topic', pattern: /^topics\/([a-z0-9-]+)\.yaml$/u, schema: schema(topicFields, '专题') },
  { kind: 'redirect', pattern: /^redirects\.yaml$/u, many: 'from', schema: schema(redirectFields, '旧地址') },
];

export interface ReadRecord {
  kind: RecordKind;
  id: string;
  value: Record<string, unknown>;
}

/** Whether a path is that of a file of records. */
export const isRecordFile = (path: string) => LAYOUTS.some(({ pattern }) => pattern.test(path));

/** Reads a file of records; what is wrong is a finding, and the right ones are kept. */
export function readRecords(file: string, bytes: Uint8Array): { records: ReadRecord[]; findings: Finding[] } {
  const layout = LAYOUTS.find(({ pattern }) => pattern.test(file))!;
  const findings: Finding[] = [];
  const say = (message: string, place = { line: 1, column: 1 }) => findings.push({ file, ...place, message });
  const read = readText(bytes);
  if ('refused' in read) {
    say(read.refused);
    return { records: [], findings };
  }
  const { text } = read;
  let content: unknown;
  try {
    content = readYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    say(error.message, error.place);
    return { records: [], findings };
  }
  const name = layout.pattern.exec(file)?.[1] ?? layout.kind;
  const { many } = layout;
  if (!many) return { records: check(content, [], name), findings };
  if (!Array.isArray(content)) {
    say('这个文件应当逐条列出。每条以“- ”开头。');
    return { records: [], findings };
  }
  const seen = new Set<string>();
  const records = content.flatMap((value, index) => {
    const [record] = check(value, [index], undefined);
    if (!record || !seen.has(record.id)) return record ? [seen.add(record.id) && record] : [];
    say(`“${record.id}”写了两次。留下一个，删去另一个。`, placeOf(text, [index, many]));
    return [];
  });
  return { records, findings };

  function check(value: unknown, path: PropertyKey[], id: string | undefined): ReadRecord[] {
    const result = layout.schema.safeParse(value);
    if (!result.success) {
      for (const issue of result.error.issues) say(issue.message, placeOf(text, [...path, ...issue.path]));
      return [];
    }
    const checked = result.data as Record<string, unknown>;
    return id === undefined
      ? [{ kind: layout.kind, id: String(checked[many ?? 'id']), value: checked }]
      : [{ kind: layout.kind, id, value: { id, ...checked } }];
  }
}
