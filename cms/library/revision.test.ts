import { existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toSource } from './content.ts';
import { toLine } from './finding.ts';
import { Library } from './library.ts';
import { Revision } from './revision.ts';
import { SourceError, type SourceFile } from './source.ts';
import { sync } from './sync.ts';
import { history, replay } from './testing/edits.ts';
import { addEntry, makeCounty } from './testing/made-up-county.ts';
import { dump, TestLibrary, TODAY } from './testing/test-library.ts';
import { TestRepository } from './testing/test-repository.ts';

/** More on request: HISTORIES=2000 npx vitest run cms/library */
const HISTORIES = Math.ceil(Number(process.env.HISTORIES ?? 30) / 10);

const NEWS = 'entries/school/news/2026/202603-00001/index.md';

/** What the library of a revision says, through an index of this name. */
async function read(repository: TestRepository, { revision = 'main', index = 'index.db' } = {}) {
  const place = join(repository.place, index);
  const { read: count } = await sync(place, toSource({ repository: repository.path, revision }));
  const library = Library.open(place, TODAY);
  const said = { says: dump(library), findings: library.findings().map(toLine), read: count, generation: library.generation };
  library.close();
  return said;
}

const below = (folder: string, files: ReadonlyMap<string, string | Uint8Array>) =>
  new Map([...files].map(([path, content]) => [`${folder}/${path}`, content]));

describe('a revision says what the same files say in a folder', () => {
  const NAMES = ['附件（一）.docx', 'a\tb.docx', 'a\nb.docx', '"a".docx', 'a b.docx', "a'b\\c.docx", '𠮷.pdf', '-rf.pdf'];
  const county = makeCounty();
  for (const name of NAMES) county.files.set(`entries/school/news/2026/202603-00001/${name}`, `附件 ${name}`);
  addEntry(county.files, 'school', 'news', 60, { title: '见附件' }, '见[附件](附件（一）.docx)。');
  county.files.set('entries/school/news/2026/202603-00060/附件（一）.docx', '附件');
  county.files.set('topics/春季.yaml', 'x');
  county.files.set('.gitattributes', '* text');
  county.files.set('entries/.draft/index.md', 'x');

  const inFolder = async () => {
    using library = new TestLibrary(county);
    symlinkSync('/etc', library.path('entries/link'));
    symlinkSync('../202603-00002/index.md', library.path('entries/school/news/2026/202603-00001/link.docx'));
    mkdirSync(library.path('empty'));
    await library.sync();
    return { says: dump(library.library()), findings: library.library().findings().map(toLine) };
  };
  const links = { 'entries/link': '/etc', 'entries/school/news/2026/202603-00001/link.docx': '../202603-00002/index.md' };

  test('at the top of the repository, submodules aside', async () => {
    using repository = new TestRepository();
    repository.commit({ files: county.files, links, submodules: ['entries/school/module', 'tools'] });
    const { says, findings } = await inFolder();
    const revision = await read(repository);
    expect(revision.findings).toEqual(findings);
    expect(findings.filter((line) => line.includes('link'))).toEqual([
      'entries/link:1:1 这是一个链接，不是文件。换成文件本身。',
      'entries/school/news/2026/202603-00001/link.docx:1:1 这是一个链接，不是文件。换成文件本身。',
    ]);
    expect(revision.says).toBe(says);
  });

  test('below content/, whatever lies beside it', async () => {
    using repository = new TestRepository();
    const files = below('content', county.files);
    files.set('README.md', '说明').set('content.yaml', 'x').set('contents/portal.yaml', 'x');
    repository.commit({ files, links: Object.fromEntries(Object.entries(links).map(([path, target]) => [`content/${path}`, target])) });
    expect((await read(repository)).says).toBe((await inFolder()).says);
  });

  test('in a repository with a working tree, whatever the tree holds', async () => {
    using repository = new TestRepository();
    repository.commit({ files: makeCounty().files });
    const clone = join(repository.place, 'clone');
    repository.git('clone', '--quiet', repository.path, clone);
    renameSync(join(clone, 'portal.yaml'), join(clone, 'gone.yaml'));
    await sync(join(repository.place, 'clone.db'), toSource({ repository: clone }));
    const library = Library.open(join(repository.place, 'clone.db'), TODAY);
    expect(library.findings()).toEqual([]);
    expect(library.portal?.name).toBe('试验县人民政府');
    library.close();
  });
});

describe('increments', () => {
  test('read what the commits between changed, and nothing when nothing did', async () => {
    using repository = new TestRepository();
    const county = makeCounty();
    repository.commit({ files: county.files });
    expect((await read(repository)).read).toBe(14);
    expect((await read(repository)).read).toBe(0);
    addEntry(county.files, 'school', 'news', 60, { title: '新的一条' });
    county.files.delete(NEWS);
    county.files.set('entries/school/news/2026/202603-00002/附件.docx', '附件');
    repository.commit({ files: county.files });
    repository.commit({ files: county.files });
    const second = await read(repository);
    expect(second.read).toBe(2);
    expect(second.says).toBe((await read(repository, { index: 'fresh.db' })).says);
  });

  test('come from the trees of two commits, with sizes', () => {
    using repository = new TestRepository();
    const county = makeCounty();
    const first = repository.commit({ files: county.files });
    county.files.set(NEWS, 'x');
    county.files.set('images/a.png', '12345');
    county.files.delete('redirects.yaml');
    const second = repository.commit({ files: county.files, links: { 'images/mark.svg': 'a.png' } });
    const changes = toSource({ repository: repository.path }).changes(first);
    expect(changes?.map(({ path, ...more }) => [path, (more as Partial<SourceFile>).size, (more as Partial<SourceFile>).refused])).toEqual([
      [NEWS, 1, undefined],
      ['images/a.png', 5, undefined],
      ['images/mark.svg', 0, 'link'],
      ['redirects.yaml', undefined, undefined],
    ]);
    expect(new Revision(repository.path, first).changes(second)?.map(({ path }) => path)).toEqual(changes?.map(({ path }) => path));
    expect(new Revision(repository.path).changes(second)).toEqual([]);
    expect(new Revision(repository.path).changes('0'.repeat(40))).toBeUndefined();
    expect(new Revision(repository.path).changes('main~9')).toBeUndefined();
  });

  test('go back, sideways, and over history that was written anew', async () => {
    using repository = new TestRepository();
    const county = makeCounty();
    const first = repository.commit({ files: county.files });
    addEntry(county.files, 'school', 'news', 60, { title: '新的一条' });
    repository.commit({ files: county.files });
    const says = (revision: string) => read(repository, { revision, index: `${Math.random()}.db` }).then((said) => said.says);
    await read(repository);
    expect((await read(repository, { revision: first })).says).toBe(await says(first));
    expect((await read(repository, { revision: 'main' })).says).toBe(await says('main'));
    addEntry(county.files, 'valley', 'news', 61, { title: '另一条' });
    repository.commit({ files: county.files }, { anew: true });
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    expect(() => repository.git('cat-file', '-e', first)).toThrow();
    const after = await read(repository);
    expect(after.read).toBe(1);
    expect(after.says).toBe(await says('main'));
  });

  test('survive a move of the content root', async () => {
    using repository = new TestRepository();
    const county = makeCounty();
    repository.commit({ files: county.files });
    await read(repository);
    county.files.delete(NEWS);
    repository.commit({ files: below('content', county.files) });
    const moved = await read(repository);
    expect(moved.says).toBe((await read(repository, { index: 'fresh.db' })).says);
    county.files.delete('entries/school/news/2026/202603-00002/index.md');
    repository.commit({ files: new Map([...county.files, ['content/old.md', 'x']]) });
    const back = await read(repository);
    expect(back.says).toBe((await read(repository, { index: 'fresh2.db' })).says);
  });

  test('survive a change from a folder to a repository, to another one, and back', async () => {
    using repository = new TestRepository();
    using other = new TestRepository();
    using library = new TestLibrary(makeCounty());
    const county = makeCounty();
    county.files.delete(NEWS);
    repository.commit({ files: county.files });
    other.commit({ files: makeCounty().files });
    const inTurn = async (source: Parameters<typeof toSource>[0]) => {
      await sync(library.index, toSource(source));
      return [...library.library().numbers()].length;
    };
    expect(await inTurn({ folder: library.root })).toBe(6);
    expect(await inTurn({ repository: repository.path })).toBe(5);
    expect(await inTurn({ repository: other.path })).toBe(6);
    expect(await inTurn({ repository: repository.path })).toBe(5);
    expect(await inTurn({ folder: library.root })).toBe(6);
  });

  test(`equal a library read anew from a folder, after any history (${HISTORIES} histories)`, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (parts) => {
        using repository = new TestRepository();
        using library = new TestLibrary();
        repository.commit({ files: makeCounty().files });
        await read(repository);
        for (const county of replay(parts)) {
          repository.commit({ files: county.files });
          library.become(county);
          await library.sync();
          expect((await read(repository)).says).toBe(dump(library.library()));
        }
      }),
      { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20261122), endOnFailure: false },
    );
  });
});

describe('a repository that is not whole', () => {
  test('a missing file is told, the rest is read, and it is tried again', async () => {
    using repository = new TestRepository();
    repository.commit({ files: makeCounty().files });
    const blob = repository.git('rev-parse', `main:${NEWS}`);
    const object = join(repository.path, 'objects', blob.slice(0, 2), blob.slice(2));
    expect(existsSync(object)).toBe(true);
    renameSync(object, `${object}.away`);
    const broken = await read(repository);
    expect(broken.findings).toEqual([
      `${NEWS}:1:1 文件读不出来。核对文件的权限，或者重新放一份。`,
      'redirects.yaml:2:7 “新地址”里的索引号 990101003/202603-00001 没有公开的条目。核对索引号。',
    ]);
    expect((await read(repository)).generation).toBe(broken.generation);
    renameSync(`${object}.away`, object);
    const mended = await read(repository);
    expect(mended.findings).toEqual([]);
    expect(mended.says).toBe((await read(repository, { index: 'fresh.db' })).says);
  });

  test('large files are read one after the other', async () => {
    using repository = new TestRepository();
    const county = makeCounty();
    const files = new Map<string, string | Uint8Array>(county.files);
    repository.commit({ files });
    await read(repository);
    for (let n = 0; n < 3; n++) files.set(`entries/school/news/2026/202603-00001/a${n}.zip`, Buffer.alloc(20_000_000, n));
    repository.commit({ files });
    const said = await read(repository);
    expect(said.read).toBe(3);
    expect(said.says).toBe((await read(repository, { index: 'fresh.db' })).says);
  });

  test('no repository, no such revision, no commit', () => {
    using repository = new TestRepository();
    const open = (path: string, revision?: string) => () => new Revision(path, revision);
    expect(open('/nowhere')).toThrow(new SourceError('/nowhere 不是 Git 仓库。核对 --repo 的路径。'));
    expect(open(repository.path)).toThrow(new SourceError(`仓库 ${repository.path} 是空的，还没有提交。先把内容提交或者推送到仓库里。`));
    repository.commit({ files: makeCounty().files });
    expect(open(repository.path, 'moon')).toThrow(new SourceError(`在 ${repository.path} 里找不到版本 moon。核对 --repo 的路径和版本名。`));
    expect(open(repository.path, '--all')).toThrow(
      new SourceError(`在 ${repository.path} 里找不到版本 --all。核对 --repo 的路径和版本名。`),
    );
    const blob = repository.git('rev-parse', `main:${NEWS}`);
    expect(open(repository.path, blob)).toThrow(SourceError);
    expect(() => toSource({ folder: '/nowhere' })).toThrow(new SourceError('没有内容文件夹 /nowhere。核对 --content 的路径。'));
  });
});

describe('inside a hook of another repository', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('reads the repository that was asked for', async () => {
    using repository = new TestRepository();
    using other = new TestRepository();
    repository.commit({ files: makeCounty().files });
    vi.stubEnv('GIT_DIR', other.path);
    vi.stubEnv('GIT_WORK_TREE', other.place);
    vi.stubEnv('GIT_INDEX_FILE', '/nowhere');
    expect((await read(repository)).read).toBe(14);
  });
});
