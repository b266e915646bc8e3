import { dump, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { addEntry, type MadeUpCounty, makeCounty, toColumns, toPortal, toUnit } from './testing/made-up-county.ts';
import { TestLibrary } from './testing/test-library.ts';

const DUTIES = [
  {
    id: 'budget',
    name: '部门预算',
    domain: '财政预决算',
    basis: [{ law: '中华人民共和国预算法', article: '第十四条' }],
    elements: ['预算表'],
    owners: ['department'],
    clock: { kind: 'days', days: 20 },
    proof: ['disclosure', 'nil-statement'],
  },
];

/** A county to which something is done, and what is found then. */
async function found(change: (county: MadeUpCounty) => void): Promise<string[]> {
  const county = makeCounty();
  county.files.set('catalogue/finance.yaml', write(DUTIES));
  change(county);
  using library = new TestLibrary(county);
  const lines = await library.quotedFindings();
  // Nobody's page is lost for what is wrong elsewhere.
  expect(library.library().count('*/*')).toBe([...county.files.keys()].filter((path) => path.endsWith('index.md')).length);
  return lines;
}
/** YAML as people write it, without references. */
const write = (value: unknown) => dump(value, { noRefs: true });
type Yaml = Record<string, unknown>;
const edit = (county: MadeUpCounty, path: string, change: (value: Yaml) => void) => {
  const value = load(county.files.get(path)!) as Yaml;
  change(value);
  county.files.set(path, write(value));
};
const editPortal = (change: (portal: ReturnType<typeof toPortal>) => void) => (county: MadeUpCounty) => {
  const portal = toPortal();
  change(portal);
  county.files.set('portal.yaml', write(portal));
};

test('the made-up county is right', async () => {
  expect(await found(() => {})).toEqual([]);
});

describe('addresses that would be lost', () => {
  test.each(['i', 'dept', 'town', 'util', 'units', 'topics', 'map', 'government', 'images', 'assets', 'api', 'sitemaps', '404'])(
    'a channel called %s',
    async (id) => {
      expect(
        await found(
          editPortal((portal) => {
            portal.channels[0]!.id = id;
          }),
        ),
      ).toEqual([
        `portal.yaml <${id.startsWith('4') ? `'${id}'`.slice(1) : id}> “频道代码”${id} 和网站自己的网址相同，频道会打不开。换一个代码。`,
      ]);
    },
  );

  test.each(['i', 'dept', 'map', 'api', '404'])('a column of the county called %s', async (id) => {
    const rename = (county: MadeUpCounty) => {
      const columns = [...toColumns(), { ...toColumns()[0]!, id }];
      county.files.set('columns.yaml', write(columns));
    };
    expect(await found(rename)).toEqual([]);
    expect(
      await found((county) => {
        rename(county);
        edit(county, 'units/county.yaml', ({ columns }) => (columns as string[]).push(id));
      }),
    ).toEqual([
      `columns.yaml <${id.startsWith('4') ? `'${id}'`.slice(1) : id}> “栏目代码”${id} 和网站自己的网址相同，县政府的这个栏目会打不开。换一个代码。`,
    ]);
  });

  test('a column of a unit that is called as its own page is', async () => {
    expect(
      await found((county) => {
        county.files.set('columns.yaml', write([...toColumns(), { ...toColumns()[0]!, id: 'about' }]));
        edit(county, 'units/school.yaml', ({ columns }) => (columns as string[]).push('about'));
      }),
    ).toEqual(['units/school.yaml <about> “栏目”里的“about”和网站自己的网址相同。换一个栏目代码。']);
  });

  test('a channel called as a column of the county, or as another channel', async () => {
    expect(
      await found(
        editPortal((portal) => {
          portal.channels[0]!.id = 'policies';
          portal.channels[2]!.id = 'open';
        }),
      ),
    ).toEqual([
      'portal.yaml <policies> “频道代码”policies 和县政府的栏目“政策文件”网址相同，栏目会打不开。换一个频道代码。',
      'portal.yaml <open> “频道代码”open 写了两次。换一个代码。',
    ]);
  });

  test('a channel may be called as a column that only others keep', async () => {
    expect(
      await found(
        editPortal((portal) => {
          portal.channels[0]!.id = 'news';
        }),
      ),
    ).toEqual([]);
  });
});

describe('units', () => {
  test('with one code: the second is told', async () => {
    using library = new TestLibrary(makeCounty());
    library.write('units/village.yaml', write({ ...toUnit('valley', 9), code: '990101003' }));
    expect(await library.quotedFindings()).toEqual([
      "units/village.yaml <990101003'> “单位编码”990101003 和教育局的一样。换成本单位自己的编码。",
    ]);
  });

  test('without a county, and with two', async () => {
    using library = new TestLibrary(makeCounty());
    library.write('units/capital.yaml', write({ ...toUnit('county', 9), code: '990101009' }));
    expect(await library.quotedFindings()).toEqual([
      'units/capital.yaml <county> 县政府只能有一个，已经有 county。把这个单位改成别的类别。',
    ]);
    expect(library.library().count('county/all-news')).toBe(4);
    library.remove('units/county.yaml');
    expect((await library.quotedFindings()).filter((line) => !line.startsWith('entries/'))).toEqual([
      'topics/spring.yaml <county> “主办单位”里的“county”不存在。写单位文件的名称。',
    ]);
    library.remove('units/capital.yaml');
    expect((await library.quotedFindings()).filter((line) => line.startsWith('portal.yaml'))).toEqual([
      'portal.yaml <name: 试验县人民政府> 没有县政府这个单位，首页和门户栏目无处可放。在 units/ 里补上“单位类别”是 county 的单位。',
    ]);
  });

  test('with days of somebody who is not on watch, or that end before they begin', async () => {
    const days = (from: string, until: string) => [{ from, until }];
    expect(
      await found((county) =>
        edit(county, 'units/school.yaml', ({ people }) => {
          const [first, second] = people as { roles: string[]; on_watch?: object[] }[];
          Object.assign(first!, { on_watch: days('2026-07-01', '2026-07-07') });
          Object.assign(second!, { roles: ['review', 'watch'], on_watch: days('2026-07-07', '2026-07-01') });
        }),
      ),
    ).toEqual([
      expect.stringMatching(/写了“值班日期”，“角色”里却没有“值班”。加上角色，或者删去日期。$/u),
      expect.stringMatching(/“到哪天止”早于“从哪天起”，这几天不算值班。改正日期。$/u),
    ]);
  });

  test('that keep columns which do not exist', async () => {
    expect(
      await found((county) => edit(county, 'units/school.yaml', ({ columns }) => (columns as string[]).unshift('moon', 'news'))),
    ).toEqual(['units/school.yaml <moon> “栏目”里的“moon”不存在。从栏目表里选一个，或者删去。']);
  });

  test('with a file that must be mended: it is told once, not with every entry', async () => {
    using library = new TestLibrary(makeCounty());
    await library.sync();
    library.write('units/school.yaml', write({ ...toUnit('school', 1), phone: '5550000' }));
    expect(await library.quotedFindings()).toEqual([
      'redirects.yaml <990101003/202603-00001> “新地址”里的索引号 990101003/202603-00001 没有公开的条目。核对索引号。',
      "units/school.yaml <5550000'> “联系电话”的写法不对。写办公电话并带区号，例如 0900-5550101。",
    ]);
    expect(library.library().count('*/*')).toBe(2);
    library.write('units/school.yaml', '{');
    expect(await library.quotedFindings()).toHaveLength(2);
    library.write('units/school.yaml', write(toUnit('school', 1)));
    expect(await library.quotedFindings()).toEqual([]);
    expect(library.library().count('*/*')).toBe(6);
    library.remove('units/school.yaml');
    expect((await library.quotedFindings()).filter((line) => line.includes('没有“school”这个单位'))).toHaveLength(4);
  });
});

describe('columns', () => {
  test('that gather columns or kinds of unit which do not exist', async () => {
    expect(
      await found((county) => {
        const columns = toColumns();
        columns[1]!.gathers!.push('moon');
        county.files.set('columns.yaml', write(columns));
      }),
    ).toEqual(['columns.yaml <moon> “汇集栏目”里的“moon”不存在。从栏目表里选一个，或者删去。']);
    using library = new TestLibrary(makeCounty());
    library.write('columns.yaml', write(toColumns().map((column) => (column.gathers ? { ...column, gathers_from: ['planet'] } : column))));
    expect((await library.quotedFindings()).filter((line) => line.startsWith('columns.yaml'))).toEqual([
      'columns.yaml <planet> “汇集单位”里没有“planet”这一项。从这些里选一项：county（县政府）、department（部门）、township（乡镇）、utility（公共企事业单位）。',
      'columns.yaml <planet> “汇集单位”里没有“planet”这一项。从这些里选一项：county（县政府）、department（部门）、township（乡镇）、utility（公共企事业单位）。',
    ]);
  });

  test('that must be mended are told once, and the others stay', async () => {
    using library = new TestLibrary(makeCounty());
    const columns = toColumns();
    columns[0]!.name = '这个栏目的名称超过十个字了';
    library.write('columns.yaml', write(columns));
    expect(await library.quotedFindings()).toEqual([
      'columns.yaml <这个栏目的名称超过十个字了> “栏目名称”最多 10 个字，现在有 13 个。删去 3 个字。',
      'redirects.yaml <990101003/202603-00001> “新地址”里的索引号 990101003/202603-00001 没有公开的条目。核对索引号。',
    ]);
    expect([...library.library().numbers()]).toHaveLength(2);
    library.write('columns.yaml', '- {');
    expect(await library.quotedFindings()).toEqual([
      'columns.yaml <> 括号没有成对，或者漏了逗号。补上缺少的括号或者逗号。',
      'redirects.yaml <990101003/202603-00001> “新地址”里的索引号 990101003/202603-00001 没有公开的条目。核对索引号。',
    ]);
    library.write('columns.yaml', write({ news: '动态' }));
    expect(await library.quotedFindings()).toEqual([
      'columns.yaml <news: 动态> 这个文件应当逐条列出。每条以“- ”开头。',
      'redirects.yaml <990101003/202603-00001> “新地址”里的索引号 990101003/202603-00001 没有公开的条目。核对索引号。',
    ]);
  });

  test('of one name: the second is told', async () => {
    expect(await found((county) => void county.files.set('columns.yaml', write([...toColumns(), toColumns()[1]])))).toEqual([
      'columns.yaml <all-news> “all-news”写了两次。留下一个，删去另一个。',
    ]);
  });
});

describe('the portal', () => {
  test('with columns that do not exist or that the county does not keep', async () => {
    expect(
      await found(
        editPortal((portal) => {
          portal.channels[0]!.columns.push('moon', 'news');
        }),
      ),
    ).toEqual([
      'portal.yaml <moon> “栏目”里的“moon”不存在。从栏目表里选一个，或者删去。',
      'portal.yaml <news> 县政府没有开设“工作动态”栏目。在县政府的单位文件里加上，或者从频道里删去。',
    ]);
  });

  test('pictures that are missing, until they are there', async () => {
    const county = makeCounty();
    edit(county, 'portal.yaml', (portal) => {
      portal.hero = { file: 'hero.jpg', alt: '试验县城' };
    });
    edit(county, 'units/school.yaml', (unit) => {
      unit.banner = 'school.jpg';
    });
    edit(county, 'topics/spring.yaml', (topic) => {
      topic.image = 'spring.jpg';
    });
    using library = new TestLibrary(county);
    expect(await library.quotedFindings()).toEqual([
      'portal.yaml <hero.jpg> “首页大图”hero.jpg 不在 images/ 里。补上图片，或者改正文件名。',
      'topics/spring.yaml <spring.jpg> “专题图片”spring.jpg 不在 images/ 里。补上图片，或者改正文件名。',
      'units/school.yaml <school.jpg> “横幅图片”school.jpg 不在 images/ 里。补上图片，或者改正文件名。',
    ]);
    library.write('images/hero.jpg', 'x');
    library.write('images/spring.jpg', 'x');
    expect(await library.quotedFindings()).toEqual([
      'units/school.yaml <school.jpg> “横幅图片”school.jpg 不在 images/ 里。补上图片，或者改正文件名。',
    ]);
    library.write('images/school.jpg', 'x');
    expect(await library.quotedFindings()).toEqual([]);
    library.remove('images/hero.jpg');
    expect(await library.quotedFindings()).toEqual([
      'portal.yaml <hero.jpg> “首页大图”hero.jpg 不在 images/ 里。补上图片，或者改正文件名。',
    ]);
  });

  test('links lead to other sites or to pages of this one', async () => {
    using library = new TestLibrary(makeCounty());
    library.write('portal.yaml', write({ ...toPortal(), services: [{ name: '缴费', url: 'javascript:alert(1)', icon: 'card' }] }));
    expect(await library.quotedFindings()).toEqual([
      'portal.yaml <javascript:alert(1)> “网址”的写法不对。写以 https:// 开头的完整网址，或者本站以 / 开头的地址。',
    ]);
  });
});

describe('topics and duties', () => {
  test('a topic of a unit that does not exist', async () => {
    expect(
      await found((county) =>
        edit(county, 'topics/spring.yaml', (topic) => {
          topic.unit = 'moon';
        }),
      ),
    ).toEqual(['topics/spring.yaml <moon> “主办单位”里的“moon”不存在。写单位文件的名称。']);
  });

  test('duties that name units and types which do not exist, or have a clock without its hands', async () => {
    expect(
      await found((county) => {
        const duty = DUTIES[0]!;
        county.files.set(
          'catalogue/finance.yaml',
          write([
            { ...duty, units: ['school', 'moon'], proof: ['disclosure', 'poem'] },
            { ...duty, id: 'accounts', clock: { kind: 'working-days' } },
            { ...duty, id: 'tax', clock: { kind: 'yearly', days: 3 } },
          ]),
        );
      }),
    ).toEqual([
      'catalogue/finance.yaml <poem> “证明方式”里的“poem”不是内容类型。写内容手册里的类型代码，例如 disclosure。',
      'catalogue/finance.yaml <moon> “指定单位”里的“moon”不存在。写单位文件的名称。',
      'catalogue/finance.yaml <kind: working-days> “公开时限”按天数计算，却没有“天数”。补上天数。',
      'catalogue/finance.yaml <kind: yearly> “公开时限”是每年规定日期前，却没有“截止日期”。补上月和日。',
    ]);
  });

  test('a duty in two files: the second is told, and the order is that of files and lines', async () => {
    const county = makeCounty();
    const duty = (id: string) => ({ ...DUTIES[0]!, id });
    county.files.set('catalogue/b.yaml', write([duty('z'), duty('a')]));
    county.files.set('catalogue/a.yaml', write([duty('m')]));
    county.files.set('catalogue/c.yaml', write([duty('k'), duty('z')]));
    using library = new TestLibrary(county);
    expect(await library.quotedFindings()).toEqual(['catalogue/c.yaml <z> “z”在 catalogue/b.yaml 里已经写过。留下一个，删去另一个。']);
    expect(
      library
        .library()
        .duties()
        .map(({ id }) => id),
    ).toEqual(['m', 'z', 'a', 'k']);
    expect(library.library().duties()[0]).toEqual(duty('m'));
  });

  test('that entries name but nobody knows are told, and the entries stay', async () => {
    expect(
      await found((county) => {
        addEntry(county.files, 'school', 'news', 60, { duties: ['budget', 'moon'], topics: ['spring', 'autumn'] });
        addEntry(county.files, 'school', 'interpretation', 61, {
          column: 'interpretation',
          interprets: ['990101000/202603-00001', '990101000/202603-00099'],
          form: 'text',
          interpreter: '教育局',
        });
      }),
    ).toEqual([
      'entries/school/interpretation/2026/202603-00061/index.md <990101000/202603-00099> “解读的文件”里的索引号 990101000/202603-00099 没有对应的条目。核对索引号。',
      'entries/school/news/2026/202603-00060/index.md <moon> “公开事项”里的“moon”不存在。从目录里选一项，或者删去。',
      'entries/school/news/2026/202603-00060/index.md <autumn> “专题”里的“autumn”不存在。从专题里选一项，或者删去。',
    ]);
  });

  test('are found from the entries that prove them', async () => {
    const county = makeCounty();
    county.files.set('catalogue/finance.yaml', write(DUTIES));
    county.files.set('columns.yaml', write([...toColumns(), { ...toColumns()[0]!, id: 'open', name: '公开', kind: 'disclosure' }]));
    edit(county, 'units/school.yaml', ({ columns }) => (columns as string[]).push('open'));
    addEntry(county.files, 'school', 'news', 60, { duties: ['budget'] });
    addEntry(county.files, 'school', 'nil-statement', 61, {
      column: 'open',
      duty: 'budget',
      from: '2026-01-01',
      until: '2026-03-01',
      reason: '没有此类信息。',
      declared_by: '局长',
    });
    addEntry(county.files, 'school', 'nil-statement', 62, {
      column: 'open',
      duty: 'moon',
      from: '2026-01-01',
      until: '2026-03-01',
      reason: '没有此类信息。',
      declared_by: '局长',
    });
    using library = new TestLibrary(county);
    expect(await library.quotedFindings()).toEqual([
      'entries/school/nil-statement/2026/202603-00062/index.md <moon> “对应事项”里的“moon”不存在。从目录里选一项，或者删去。',
    ]);
    const { value, reading } = await library.library().record(async () => library.library().referring('duties', 'budget'));
    expect(value.map(({ number }) => number)).toEqual(['990101003/202603-00060']);
    expect([...reading.tags]).toEqual([]);
    expect(
      library
        .library()
        .referring('duty', 'budget')
        .map(({ number }) => number),
    ).toEqual(['990101003/202603-00061']);
  });
});

describe('old addresses', () => {
  const redirects =
    (...lines: [from: string, to: string][]) =>
    (county: MadeUpCounty) =>
      void county.files.set('redirects.yaml', write(lines.map(([from, to]) => ({ from, to }))));

  test.each([
    ['/policies/'],
    ['/policies/index.html'],
    ['/all-news/2.html'],
    ['/press/'],
    ['/dept/school/'],
    ['/dept/school/news/'],
    ['/dept/school/about/'],
    ['/dept/school/feed.xml'],
    ['/town/valley/news/feed.xml'],
    ['/topics/spring/'],
    ['/topics/'],
    ['/units/'],
    ['/government/'],
    ['/map/'],
    ['/'],
    ['/feed.xml'],
    ['/sitemap.xml'],
    ['/i/990101003/202603/00001.html'],
    ['/images/mark.svg'],
    ['/api/index.json'],
    ['/policies/?page=2#top'],
    ['990101003/202603-00001'],
    ['/old/2.html'],
  ])('that lead to %s', async (to) => {
    expect(await found(redirects(['/old/1.html', to], ['/old/2.html', '/policies/']))).toEqual([]);
  });

  test.each([
    ['/moon/'],
    ['/news/'],
    ['/dept/'],
    ['/dept/moon/'],
    ['/dept/valley/'],
    ['/dept/school/all-news/'],
    ['/town/valley/policies/'],
    ['/util/valley/'],
    ['/topics/autumn/'],
    ['/units/school/'],
    ['/map/school/'],
    ['/policy/'],
  ])('that lead to %s, where nothing is', async (to) => {
    expect(await found(redirects(['/old/1.html', to]))).toEqual([
      `redirects.yaml <${to}> “新地址”${to} 在本站没有页面。核对地址，或者写条目的索引号。`,
    ]);
  });

  test('that lead to themselves, are pages now, or are written twice', async () => {
    expect(await found(redirects(['/old', '/old/'], ['/policies', '/press/'], ['/a/', '/press/'], ['/a/index.html', '/press/']))).toEqual([
      'redirects.yaml </old/> “新地址”和“旧地址”是同一个地址。改成另一个地址，或者删去这一条。',
      'redirects.yaml </policies> “旧地址”/policies 现在是本站的页面，这一条不起作用。删去这一条。',
      'redirects.yaml </a/index.html> “旧地址”/a/index.html 和 /a/ 是同一个地址。留下一个，删去另一个。',
    ]);
  });

  test('that lead to an entry follow the entry', async () => {
    using library = new TestLibrary(makeCounty());
    const file = 'entries/school/news/2026/202603-00001/index.md';
    const text = makeCounty().files.get(file)!;
    const lost = 'redirects.yaml <990101003/202603-00001> “新地址”里的索引号 990101003/202603-00001 没有公开的条目。核对索引号。';
    expect(await library.quotedFindings()).toEqual([]);
    library.remove(file);
    expect(await library.quotedFindings()).toEqual([lost]);
    library.write(file, text);
    expect(await library.quotedFindings()).toEqual([]);
    library.write(file, text.replace('column: news', 'column: lists'));
    expect(await library.quotedFindings()).toContain(lost);
    library.write(file, text.replace(/index_number: .*\n/u, '').replace(/published_at: .*\n/u, ''));
    expect(await library.quotedFindings()).toEqual([lost]);
    library.write(file, text);
    expect(await library.quotedFindings()).toEqual([]);
  });

  test('are not judged while what addresses are made of must be mended', async () => {
    using library = new TestLibrary(makeCounty());
    library.write('redirects.yaml', write([{ from: '/old/1.html', to: '/dept/moon/' }]));
    library.write('units/moon.yaml', '{');
    expect(await library.quotedFindings()).toEqual(['units/moon.yaml <> 括号没有成对，或者漏了逗号。补上缺少的括号或者逗号。']);
  });

  test('none', async () => {
    expect(await found((county) => void county.files.set('redirects.yaml', '# 还没有\n'))).toEqual([]);
    expect(await found((county) => void county.files.set('redirects.yaml', '[]\n'))).toEqual([]);
    expect(await found((county) => void county.files.delete('redirects.yaml'))).toEqual([]);
  });
});

test('the sample county is right', async () => {
  const { toSource } = await import('./content.ts');
  const { toLine } = await import('./finding.ts');
  const { Library } = await import('./library.ts');
  const { sync } = await import('./sync.ts');
  const { fileURLToPath } = await import('node:url');
  using place = new TestLibrary();
  await sync(place.index, toSource({ folder: fileURLToPath(new URL('../../content', import.meta.url)) }));
  const library = Library.open(place.index, '2026-11-22');
  expect(library.findings().map(toLine)).toEqual([]);
  library.close();
});
