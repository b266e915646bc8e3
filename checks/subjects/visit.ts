import type { Spot } from '../text/passage.ts';

/** What came of a visit to an address outside the site. */
export interface Visit {
  address: string;
  /** HTTP status of the answer; 0 for none. */
  status: number;
  /** Why there was no answer. */
  trouble?: 'circle' | 'slow' | 'unreachable';
  /** The address that answered in the end. */
  landed: string;
  /** Pages that link to the address. */
  pages: number;
  /** The link on the first of them. */
  spot: Spot;
}
