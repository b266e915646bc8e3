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
  await painter.paint(task.routes, (route, bytes, what, text) => {
    const name = nameOf(route.path);
    if (task.isGathered && isOfEntry(what)) gatherPage(route.path, text!);
    known.push([name, what]);
    if (task.from !== '' && task.before[name] === what.sha256) same.push(name);
    else {
      staged ||= store.stage();
      writeFileSync(join(staged, name), bytes);
    }
  });
  if (staged !== '' && task.from !== '') store.carry(task.from, [...task.stay, ...same], staged);
  return { directory: task.directory, known, staged };

  /** The page of an entry comes before the reading versions of its attachments. */
  function gatherPage(path: string, text: string) {
    const number = numberOfPage(path)!;
    if (path === entryPath(number)) gatherer?.add(number, text);
    else gatherer?.addReading(text);
  }
}
