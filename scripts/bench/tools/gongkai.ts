import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryPath } from '../../../site/paths.ts';
import { type BenchEntry, NEW_DAY, toEntries, toMarkdown, toNewEntry, writeCorpus } from '../corpus.ts';
import type { Run } from '../measure.ts';
import { commitFile, makeRepository } from '../repository.ts';
import type { Place, Step, Tool } from '../tool.ts';
import { readVersion } from './installed.ts';
import { copyProject } from './project-copy.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Gongkai, from a copy of this very project. */
export const gongkai: Tool = {
  id: 'gongkai',
  name: '公开',
  version: () => readVersion(ROOT),
  prepare(place) {
    const { project, content, repository } = foldersOf(place);
    copyProject(project);
    writeCorpus(content, place.count);
    makeRepository(repository, content);
  },
  steps(place, outputs, round) {
    const { content, repository, renderer, codeCache, fromRepository } = foldersOf(place);
    const published = toNewEntry(round);
    const changed = { ...pick(place.count, round), title: `第${round}次修改的标题` };
    const fromFolder = join(outputs, 'gongkai');
    const committed = { run: toRun(place, ['--repo', repository], fromRepository), site: join(fromRepository, 'current') };
    return [
      {
        task: 'full-cold',
        run: toRun(place, ['--content', content], join(outputs, 'gongkai-cold')),
        site: join(outputs, 'gongkai-cold', 'current'),
        before: () => {
          for (const cache of [renderer, codeCache]) rmSync(cache, { recursive: true, force: true });
        },
      },
      { task: 'full', run: toRun(place, ['--content', content], fromFolder), site: join(fromFolder, 'current') },
      {
        task: 'new-in-folder',
        run: toRun(place, ['--content', content], fromFolder),
        site: join(fromFolder, 'current'),
        before: () => {
          mkdirSync(join(content, published.folder), { recursive: true });
          writeFileSync(join(content, published.folder, 'index.md'), toMarkdown(published));
        },
        after: (isDone) => {
          rmSync(join(content, published.folder), { recursive: true });
          if (isDone) requirePage(fromFolder, published);
        },
      },
      {
        task: 'new-in-repository',
        ...committed,
        before: () => {
          if (!existsSync(fromRepository)) buildOnce(committed.run);
          commitFile(repository, `${published.folder}/index.md`, toMarkdown(published));
        },
        after: (isDone) => isDone && requirePage(fromRepository, published),
      },
      {
        task: 'changed-in-repository',
        ...committed,
        before: () => commitFile(repository, `${changed.folder}/index.md`, toMarkdown(changed)),
        after: (isDone) => isDone && requirePage(fromRepository, changed),
      },
    ] satisfies Step[];
  },
};

const foldersOf = ({ folder }: Place) => {
  const project = join(folder, 'gongkai', 'project');
  return {
    project,
    renderer: join(project, '.gongkai', 'renderer'),
    codeCache: join(folder, 'gongkai', 'code-cache'),
    content: join(folder, 'gongkai', 'content'),
    repository: join(folder, 'gongkai', 'content.git'),
    /** Stays from round to round: each publishes into what the one before left. */
    fromRepository: join(folder, 'gongkai', 'from-repository'),
  };
};

function toRun(place: Place, from: string[], out: string): Run {
  const { project, codeCache } = foldersOf(place);
  const args = [join(project, 'scripts/gongkai.ts'), 'build', ...from, '--out', out, '--as-of', NEW_DAY, '--format', 'json'];
  return { program: process.execPath, args, cwd: place.folder, env: { NODE_COMPILE_CACHE: codeCache } };
}

const buildOnce = ({ program, args, cwd, env }: Run) =>
  execFileSync(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });

/** An article from the middle of the corpus, another one in each round. */
function pick(count: number, round: number): BenchEntry {
  let left = ((count >> 1) + round) % count;
  for (const entry of toEntries(count)) if (left-- === 0) return entry;
  throw new Error('empty corpus');
}

/** A build counts as publishing only when the page is there for citizens. */
function requirePage(out: string, { number, title }: BenchEntry) {
  const page = join(out, 'current', entryPath(number));
  if (!existsSync(page) || !readFileSync(page, 'utf8').includes(title)) throw new Error(`${page} 里没有刚发布的“${title}”。`);
}
