import type { Person } from '../store/people.ts';

/** A place in the office where somebody works. */
export interface Entrance {
  href: string;
  name: string;
  /** What is done there. */
  words: string;
  isFor(person: Person): boolean;
}

/** Each area that is built, in the order in which work goes through them. */
const ENTRANCES: readonly Entrance[] = [];

export const entrancesFor = (person: Person): readonly Entrance[] => ENTRANCES.filter(({ isFor }) => isFor(person));
