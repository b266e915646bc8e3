import { placesOf } from '../cms/library/places-of.ts';
import { isExpected, UsageError } from './exit.ts';

/** Runs a check. What an unforeseen error says may quote what nobody must see, so only its name and place are told. */
export async function withoutWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isExpected(error)) throw error;
    throw new UsageError(`检查程序出错，没有查完，不能当作通过。把下面几行报给维护人员。\n${placesOf(error)}`);
  }
}
