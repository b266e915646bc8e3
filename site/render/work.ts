import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath, numberOfPage } from '../paths.ts';
import type { Gatherer } from '../search/gather.ts';
import type { Painter } from './paint.ts';
import { isOfEntry, nameOf, type Task } from './plan.ts';
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
  const pages = new Map<string, { own: string; readings: string[] }>();
  await painter.paint(task.routes, (route, bytes, what, text) => {
    const name = nameOf(route.path);
    const number = task.isGathered && isOfEntry(what) ? numberOfPage(route.path) : undefined;
    if (number !== undefined) {
      const all = pages.get(number) ?? { own: '', readings: [] };
      pages.set(number, all);
      if (route.path === entryPath(number)) all.own = text!;
      else all.readings.push(text!);
    }
    known.push([name, what]);
    if (task.from !== '' && task.before[name] === what.sha256) same.push(name);
    else {
      staged ||= store.stage();
      writeFileSync(join(staged, name), bytes);
    }
  });
  for (const [number, { own, readings }] of pages) gatherer?.add(number, own, readings);
  if (staged !== '' && task.from !== '') store.carry(task.from, [...task.stay, ...same], staged);
  return { directory: task.directory, known, staged };
}
