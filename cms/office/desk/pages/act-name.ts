import { ROLES } from '../../../model/unit.ts';
import { ACTS, type Act } from '../../store/acts.ts';

/** What somebody did, in words: a sign-off by its role. */
export const actName = ({ kind, signOff }: Act): string =>
  signOff ? `${ROLES[signOff.role as keyof typeof ROLES] ?? ''}签字` : ACTS[kind];
