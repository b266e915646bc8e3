import { type Figure, toFigure, toRatios } from './figures.ts';
import type { Result, SizeResults, ToolInfo } from './results.ts';
import { isWhole, type Task } from './tasks.ts';

/** One line of the table: a tool at a task, with all its rounds taken together. */
export interface Row {
  tool: ToolInfo;
  task: Task;
  wall: Figure;
  cpu: Figure;
  largest: number;
  together: number;
  /** Pages per second of wall time, where a whole site was built. */
  speed?: number;
  /** Against Hugo's full build in the same rounds. */
  ratio?: { wall: Figure; cpu: Figure };
}

const BASE = 'hugo';

export function toRows({ results, surveys }: SizeResults, tools: readonly ToolInfo[]): Row[] {
  const base = results.filter(({ tool, task }) => tool === BASE && task === 'full');
  return tools.flatMap((tool) => {
    const own = results.filter((result) => result.tool === tool.id);
    return [...Map.groupBy(own, ({ task }) => task)].map(([task, rounds]): Row => {
      const wall = toFigure(rounds.map((result) => result.wall));
      return {
        tool,
        task,
        wall,
        cpu: toFigure(rounds.map(cpuOf)),
        largest: Math.max(...rounds.map(({ largest }) => largest)),
        together: Math.max(...rounds.map(({ together }) => together)),
        speed: isWhole(task) ? (surveys[tool.id]?.pages ?? 0) / wall.median : undefined,
        ratio: base.length > 0 ? { wall: ratio(rounds, base, wallOf), cpu: ratio(rounds, base, cpuOf) } : undefined,
      };
    });
  });
}

const wallOf = ({ wall }: Result) => wall;
const cpuOf = ({ user, system }: Result) => user + system;

function ratio(rounds: readonly Result[], base: readonly Result[], of: (result: Result) => number): Figure {
  const byRound = (results: readonly Result[]) => new Map(results.map((result) => [result.round, of(result)]));
  return toFigure(toRatios(byRound(rounds), byRound(base)));
}

/** How far a peer's output may be from ours before a comparison means little. */
export const MOST_OFF = { files: 0.02, articleBytes: 0.1 } as const;

/** What a tool wrote against what Gongkai wrote, as shares: 0.01 is one in a hundred more. */
export function toDeviation({ surveys }: SizeResults, tool: string): { files: number; articleBytes: number } | undefined {
  const ours = surveys.gongkai;
  const theirs = surveys[tool];
  if (!ours || !theirs) return undefined;
  return { files: theirs.files / ours.files - 1, articleBytes: theirs.articleBytes / ours.articleBytes - 1 };
}
