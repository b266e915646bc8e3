import { isDeepStrictEqual } from 'node:util';
import { entryPath } from '../../cms/library/addresses.ts';
import { split } from '../../cms/library/split.ts';
import { readYaml } from '../../cms/library/yaml.ts';
import { toWithdrawnBody } from '../../cms/model/withdrawn.ts';
import { fieldsOf } from '../../cms/office/store/fields-of.ts';
import { TELLING } from '../../cms/office/workflow/withdraw.ts';
import type { Setting } from './judge-act.ts';

/** Whether a withdrawn entry (撤稿) says nothing but why it was withdrawn, and of its fields some that it had before. */
export function isWithdrawn({ record, before, after, factsOf, isPurged }: Setting): boolean {
  if (isPurged) return true;
  const [old, left] = [before, after].map((files) => factsOf(files.find(({ name }) => name === 'index.md')?.id)?.text ?? '');
  const [fields, kept] = [fieldsOf(old!), fieldsOf(left!)];
  const isKept = Object.entries(kept).every(([name, value]) => !TELLING.has(name) && isDeepStrictEqual(fields[name], value));
  const body = toWithdrawnBody(record.reason ?? '', record.signOffs?.[0]?.at ?? '');
  return isKept && split(left!)?.body === `\n${body}`;
}

/** Whether the address of a merged entry (并入) leads to the other one, what led to it as well, and everything else where it led before. */
export function isRedirected({ record, redirects, isPurged }: Setting): boolean {
  const { number = '', mergedInto = '' } = record;
  const [before, after] = redirects.map(readList);
  const led = before?.map((each) => (typeof each.to === 'string' ? { ...each, to: each.to.replace(number, mergedInto) } : each)) ?? [];
  return isPurged || isDeepStrictEqual(after, [...led, { from: entryPath(number), to: mergedInto }]);
}

function readList(text: string): Record<string, unknown>[] | undefined {
  try {
    const list = readYaml(text) ?? [];
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
