import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Makes the stale files of one directory and, if a byte differs, fills a new directory with all its files. */
export async function work(task: Task, painter: Painter, store: Store): Promise<Done> {
  const known: Done['known'] = [];
  const fresh: [name: string, bytes: Uint8Array][] = [];
  const same: string[] = [];
  const painted = await painter.paint(task.routes);
  for (const [index, { bytes, known: what }] of painted.entries()) {
    const name = nameOf(task.routes[index]!.path);
    known.push([name, what]);
    if (task.from !== '' && task.before[name] === what.sha256) same.push(name);
    else fresh.push([name, bytes]);
  }
  if (fresh.length === 0 && !task.shrinks) return { directory: task.directory, known, staged: '' };
  const staged = store.stage();
  if (task.from !== '') store.carry(task.from, [...task.stay, ...same], staged);
  for (const [name, bytes] of fresh) writeFileSync(join(staged, name), bytes);
  return { directory: task.directory, known, staged };
}
