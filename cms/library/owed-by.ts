import { type OwedReview, owedAfter } from '../model/emergency.ts';
import { signOffsFor } from '../model/sign-offs.ts';
import type { EntryAct } from './entry-act.ts';

/** What is owed for an entry of a type after all that was done with it (补审); undefined for nothing. */
export const owedBy = (acts: readonly EntryAct[], type: string): OwedReview | undefined =>
  acts.reduce<OwedReview | undefined>((owed, { kind, at, emergency, author, editors, signOffs }) => {
    const signed = signOffs.map(({ role, id }) => ({ role, person: id }));
    return owedAfter(owed, { kind, at, emergency, wrote: [author, ...editors].map(({ id }) => id), signOffs: signed }, signOffsFor(type));
  }, undefined);
