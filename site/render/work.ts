import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gatherer } from '../search/gather.ts';
import type { Painter } from './paint.ts';
import { nameOf, type Task } from './plan.ts';
import type { Known } from './state.ts';
import type { Store } from './store.ts';

/** What came of a task. */
export interface Done {
  directory: string;
  /** What is now known of every file that was made. */
  known: [name: string, known: Known][];
  /** Directory filled with the new and the staying files; empty when no byte changed. */
  staged: string;
}

/**
 * Makes the stale files of one directory and, if a byte differs, fills a new directory with all its files.
 * @param gatherer takes the pages of entries, if the task is to be gathered
 */
export async function work(task: Task, painter: Painter, store: Store, gatherer?: Gatherer): Promise<Done> {
  const known: Done['known'] = [];
  const same: string[] = [];
  let staged = task.shrinks ? store.stage() : '';
  await painter.paint(task.routes, (route, bytes, what, text) => {
    const name = nameOf(route.path);
    if (task.isGathered && text !== undefined && 'page' in route && route.page === 'entry') gatherer?.add(route.props.number, text);
    known.push([name, what]);
    if (task.from !== '' && task.before[name] === what.sha256) same.push(name);
    else {
      staged ||= store.stage();
      writeFileSync(join(staged, name), bytes);
    }
  });
  if (staged !== '' && task.from !== '') store.carry(task.from, [...task.stay, ...same], staged);
  return { directory: task.directory, known, staged };
}
