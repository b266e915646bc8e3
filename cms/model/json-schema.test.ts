import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from './day.ts';
import { toJsonSchemas } from './json-schema.ts';
import { entrySchema, toObjectSchema } from './schema.ts';
import { EVERY_FORM } from './testing/fields.ts';
import { fittingForm, likelyForm } from './testing/values.ts';

/** More on request: MODEL_RUNS=5000 npx vitest run cms/model */
const RUNS = Number(process.env.MODEL_RUNS ?? 300);

const schemas = toJsonSchemas() as { $defs: Record<string, object> };
const ajv = new Ajv2020({ strict: true, allErrors: false, formats: { date: isDay } });
/** Lists of records are files, not forms. */
const LISTS: Record<string, string> = { column: 'columns', duty: 'catalogue', redirect: 'redirects', alert: 'alerts' };

/** What a pattern cannot tell: days that do not exist, and texts of nothing but invisible characters. */
const beyondPatterns = (value: unknown): boolean =>
  typeof value === 'string'
    ? (/^\d{4}-\d{2}-\d{2}/u.test(value) && !isDay(value.slice(0, 10))) || (/\S/u.test(value) && !/[^\s\p{Cc}\p{Cf}]/u.test(value))
    : typeof value === 'object' && value !== null && Object.values(value).some(beyondPatterns);

describe.each(Object.entries(EVERY_FORM))('%s', (name, fields) => {
  const validate = ajv.compile(schemas.$defs[name] ?? (schemas.$defs[LISTS[name]!] as { items: object }).items);
  const schema = entrySchema(name) ?? toObjectSchema(fields, { label: name, help: '' });

  test(`JSON Schema and Zod take the same forms (${RUNS} right, ${RUNS} likely)`, () => {
    fc.assert(
      fc.property(fittingForm(fields), (form) => {
        expect(validate(form), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: RUNS },
    );
    fc.assert(
      fc.property(likelyForm(fields), (form) => {
        // JSON Schema judges what can be written in JSON.
        const written = JSON.parse(JSON.stringify(form)) as unknown;
        const takes = schema.safeParse(written).success;
        if (takes || !beyondPatterns(written))
          expect(validate(written), JSON.stringify([validate.errors, schema.safeParse(written).error])).toBe(takes);
      }),
      { numRuns: RUNS },
    );
  });
});

test('every definition says what it is for', () => {
  for (const [name, schema] of Object.entries(schemas.$defs)) {
    const { title, items } = schema as { title?: string; items?: { title?: string } };
    expect(title ?? items?.title, name).toMatch(/\p{Script=Han}/u);
  }
});
