import { Refusal } from '../refusal.ts';

/** The refusal with which something ends; undefined when it is done. */
async function refusalOf(work: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
}

/** What a refusal says. */
export const told = async (work: Promise<unknown>): Promise<string> => (await refusalOf(work))?.message ?? 'done';

/** What a refusal says, and of which kind it is. */
export async function toldWithKind(work: Promise<unknown>): Promise<string> {
  const refusal = await refusalOf(work);
  return refusal ? `${refusal.kind}: ${refusal.message}` : 'done';
}
