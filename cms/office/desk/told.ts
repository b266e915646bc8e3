import type { Said } from './pages/said.ts';

/** What was done, to be told on the page that follows. */
export interface Told {
  said: Said;
  /** Whether the audit log has it. */
  isLogged: boolean;
}
