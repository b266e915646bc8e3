import type { FormValues } from '../api.ts';

const PICTURE = /!\[([^\]]*)\]\(<?([^\s()<>]+)>?[^)]*\)/gu;

/** What stands in the form without the files that the office does not have yet; a picture in the text leaves its description. */
export function withoutUnsent({ body, ...fields }: FormValues, unsent: ReadonlySet<string>): FormValues {
  const left = strip(fields, unsent) as FormValues;
  if (typeof body !== 'string') return left;
  const told = body.replace(PICTURE, (all, description: string, name: string) =>
    unsent.has(toPlain(name)) ? `（图片：${description}）` : all,
  );
  return { ...left, body: told };
}

/** Without a file there is nothing to name or to describe. */
function strip(value: unknown, unsent: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return unsent.has(value) ? undefined : value;
  if (Array.isArray(value)) return value.map((each) => strip(each, unsent)).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  if ('file' in value && unsent.has(String(value.file))) return undefined;
  const left = Object.entries(value).map(([name, each]) => [name, strip(each, unsent)]);
  return Object.fromEntries(left.filter(([, each]) => each !== undefined));
}

function toPlain(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
