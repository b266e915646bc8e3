import type { HonoRequest } from 'hono';
import { z } from 'zod';
import type { SaveRequest } from '../../form/api.ts';
import { Refusal } from '../store/refusal.ts';

const folder = z.string().max(240);
const version = z.string().max(64);
/** Of any shape that a form may have; the model says what is right when the entry is submitted. */
const values = z.looseObject({ body: z.string().nullish() }).refine((given) => isSound(given, DEEPEST));

/** Groups in lists in groups of the model, with room. */
const DEEPEST = 10;

export const SHAPES = {
  new: z.strictObject({ unit: z.string().max(60), type: z.string().max(60) }),
  save: z.strictObject({ folder, values, version }),
  act: z.strictObject({ folder, version }),
  presence: z.strictObject({ folder, left: z.boolean().optional() }),
  preview: z.strictObject({ folder, values }),
};

/** A request's JSON, of a shape. @throws Refusal */
export async function readJson<T>(request: HonoRequest, shape: z.ZodType<T>): Promise<T> {
  return toShape(await request.text(), shape);
}

/** A save: the entry and the files that came with it. @throws Refusal */
export async function readSave(request: HonoRequest): Promise<{ entry: SaveRequest; files: File[] }> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw garbled();
  const files = form.getAll('file').filter((part) => typeof part !== 'string');
  return { entry: toShape(String(form.get('entry')), SHAPES.save), files };
}

function toShape<T>(text: string, shape: z.ZodType<T>): T {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw garbled();
  }
  const { data, success } = shape.safeParse(given);
  if (!success) throw garbled();
  return data;
}

/** Neither too deep nor with half a letter in it, which no file can hold. */
function isSound(value: unknown, left: number): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return typeof value !== 'object' || value === null || (left > 0 && Object.values(value).every((inner) => isSound(inner, left - 1)));
}

const garbled = () => new Refusal('wrong', '送来的内容不完整，没有办理。刷新页面，再办一次；文字先复制下来。');
