import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Folder } from '../../cms/library/folder.ts';
import { Revision } from '../../cms/library/revision.ts';
import { firstDayOf } from './first-day.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-first-day-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Commits at these moments; the second is the 10th in Shanghai. */
const MOMENTS = ['2026-03-02T10:00:00+08:00', '2026-03-09T23:30:00Z', '2026-03-12T10:00:00+08:00'];

beforeAll(() => {
  const git = (at: string, ...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z' },
    });
  execFileSync('git', ['init', '-q', '-b', 'main', folder]);
  for (const at of MOMENTS) {
    writeFileSync(join(folder, 'portal.yaml'), at);
    git(at, 'add', '-A');
    git(at, 'commit', '-qm', at);
  }
});

const revision = (name: string) => new Revision(folder, name);

test.each([
  ['main~1', 'main', '2026-03-20', '2026-03-12', 'of one commit: its day'],
  ['main~2', 'main~1', '2026-03-20', '2026-03-10', 'in Shanghai, where a day begins earlier'],
  ['main~2', 'main', '2026-03-20', '2026-03-02', 'of several commits: the day of the base'],
  ['main~1', 'main', '2026-03-11', '2026-03-11', 'never after today'],
])('%s..%s on %s: %s (%s)', (base, head, today, expected) => {
  expect(firstDayOf(revision(base), revision(head), today)).toBe(expected);
});

test('a folder has no commits', () => {
  expect(firstDayOf(new Folder(folder), new Folder(folder), '2026-03-20')).toBe('2026-03-20');
});
