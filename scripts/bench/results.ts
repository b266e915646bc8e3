import type { Measured } from './measure.ts';
import type { Survey } from './survey.ts';
import type { Task } from './tasks.ts';

/** One thing that was timed. */
export interface Result extends Measured {
  tool: string;
  task: Task;
  /** Counted from 1. */
  round: number;
  /** Time of each stage in milliseconds, for a tool that tells. */
  laps?: Record<string, number>;
}

/** A tool that could not build the corpus; the rounds after that go without it. */
export interface Failure {
  tool: string;
  task: Task;
  round: number;
  /** What it said last. */
  said: string;
}

/** Everything that was measured with one corpus. */
export interface SizeResults {
  articles: number;
  results: Result[];
  failures: Failure[];
  /** What each tool wrote. */
  surveys: Record<string, Survey>;
}

export interface ToolInfo {
  id: string;
  name: string;
  /** Undefined when it is not installed and was left out. */
  version?: string;
}

export interface Machine {
  processor: string;
  cores: number;
  memory: number;
  system: string;
  node: string;
}

export interface Results {
  machine: Machine;
  rounds: number;
  tools: ToolInfo[];
  sizes: SizeResults[];
}
