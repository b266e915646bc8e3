import type { Run } from './measure.ts';
import type { Task } from './tasks.ts';

/** Where one corpus and everything made from it lies. */
export interface Place {
  /** Folder for this size; every tool keeps to a folder of its own name in it. */
  folder: string;
  /** Articles in the corpus. */
  count: number;
  /** Articles as the peers read them, and the style sheet that goes with them. */
  articles: string;
  styles: string;
  /** Folder in which a person installed generators that are no dependency of ours. */
  peers?: string;
}

export interface Step {
  task: Task;
  run: Run;
  /** Folder that holds the public files afterwards. */
  site: string;
  /** Done before the clock starts, and after it has stopped, whatever came of it. */
  before?(): void;
  after?(isDone: boolean): unknown;
}

/** A generator that is measured. */
export interface Tool {
  id: string;
  name: string;
  /** Its version; undefined when it is not installed. */
  version(place: Pick<Place, 'peers'>): string | undefined;
  /** Gets everything ready that is not measured. */
  prepare(place: Place): void | Promise<void>;
  /** What is timed in one round, in order. Each output lies in a new folder below `outputs`. */
  steps(place: Place, outputs: string, round: number): Step[];
}
