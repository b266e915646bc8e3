import { readMainAct } from '../../cms/model/main-act.ts';
import { type ResponsibilityRecord, readTrailers } from '../../cms/model/record.ts';

/**
 * What a commit says of who answers for the entries that it puts online. Who reviews afterwards what two officers on watch have
 * published (补审) puts nothing online, and takes nothing from their record.
 */
export const recordsIn = (message: string): ResponsibilityRecord[] =>
  readMainAct(message)?.kind === 'confirm' ? [] : readTrailers(message);
