import { RECORD_SPAN } from '../../cms/library/addresses.ts';
import { toJsonSchemas } from '../../cms/model/json-schema.ts';
import { types } from '../../cms/model/types/index.ts';

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; required?: string[] };

/** Fields of an entry that the interface gives in another form, or not at all. */
const OWN_FORM = ['attachments', 'cover'];
/** Fields of a unit that are not for the public. */
const INNER = ['people', 'theme', 'banner'];

const TEXT = { type: 'string', minLength: 1 };
const COUNT = { type: 'integer', minimum: 0 };
const ADDRESS = { type: 'string', pattern: '^https://' };

const CODE = { type: 'string', pattern: '^[0-9]{9}$', description: '单位编码，索引号的前九位' };
const YEAR = { type: 'string', pattern: '^[0-9]{4}$' };

const ATTACHMENT = object(
  { title: TEXT, url: ADDRESS, size: COUNT, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
  { size: '字节数', sha256: 'SHA-256 校验码' },
);

/** JSON Schema of every file of the JSON interface, made from the model so that it cannot say otherwise. */
export function toApiSchema(origin: string): object {
  const { $defs } = toJsonSchemas() as { $defs: Record<string, Schema> };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${origin}/api/schema.json`,
    title: '政府信息数据接口',
    $defs: {
      ...Object.fromEntries(types.map(({ name }) => [name, toEntry(name, $defs[name]!)])),
      unit: toUnit($defs.unit!),
      entries: {
        ...object({
          code: CODE,
          year: YEAR,
          part: { type: 'integer', minimum: 1 },
          entries: { type: 'array', items: { $ref: '#/$defs/entry' } },
        }),
        description: `/api/entries/{code}/{year}-{part}.json：一个单位一年的信息，各月顺序号 ${RECORD_SPAN} 个一段`,
      },
      files: {
        ...object({ code: CODE, files: { type: 'array', items: { type: 'string', pattern: '^/api/entries/' } } }),
        description: '/api/entries/{code}/index.json：一个单位有哪些文件',
      },
      entry: { oneOf: types.map(({ name }) => ({ $ref: `#/$defs/${name}` })) },
      units: { ...object({ units: { type: 'array', items: { $ref: '#/$defs/unit' } } }), description: '/api/units.json' },
    },
  };
}

function toEntry(type: string, schema: Schema): Schema {
  const { properties, required } = without(schema, OWN_FORM);
  return {
    ...schema,
    properties: {
      url: { ...ADDRESS, description: '网页地址，不会改变' },
      unit: { ...TEXT, description: '单位代码，见 /api/units.json' },
      type: { const: type },
      ...properties,
      attachments: { type: 'array', items: ATTACHMENT },
    },
    required: ['url', 'unit', 'type', 'index_number', 'published_at', ...required],
  };
}

function toUnit(schema: Schema): Schema {
  const { properties, required } = without(schema, INNER);
  return {
    ...schema,
    properties: { id: TEXT, ...properties, path: { type: 'string', pattern: '^/' } },
    required: ['id', 'path', ...required],
  };
}

function without({ properties = {}, required = [] }: Schema, names: readonly string[]) {
  const rest = Object.entries(properties).filter(([name]) => !names.includes(name));
  return { properties: Object.fromEntries(rest), required: required.filter((name) => !names.includes(name)) };
}

function object(properties: Record<string, object>, descriptions: Record<string, string> = {}): Schema {
  const described = Object.entries(properties).map(([name, property]) => [
    name,
    name in descriptions ? { ...property, description: descriptions[name] } : property,
  ]);
  return { type: 'object', properties: Object.fromEntries(described), required: Object.keys(properties), additionalProperties: false };
}
