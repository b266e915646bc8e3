import { listOf } from '../../../../cms/library/lists.ts';
import { defineRule, warn } from '../../../rule.ts';
import { HOME, isStale, WORDS } from './freshness.ts';

/** Stale columns of news, notices and policies together, and of all kinds, with which a site fails (国办秘函〔2019〕19号). */
const VETO_STRICT = 5;
const VETO = 10;

// Never a block: a stale site is mended by publishing, which a block would keep from happening.
export default defineRule({
  id: 'disclosure/stale-column',
  title: '栏目和首页按时更新',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: [
    'STD-INS-17',
    'STD-INS-18',
    'STD-INS-19',
    'STD-INS-20',
    'STD-INS-23',
    'STD-INS-33',
    'STD-INS-34',
    'STD-INS-35',
    'STD-SEED-05',
    'STD-CAL-05',
  ],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: true,
  messages: {
    stale: warn<{ unit: string; column: string; day: string; within: string }>(
      ({ unit, column, day, within }) => `${unit}的“${column}”从 ${day} 起没有更新，应当${within}。发布新内容。`,
    ),
    veto: warn<{ count: number }>(({ count }) => `没有按时更新的栏目有${count}个，检查时会一票否决。逐个更新。`),
    home: warn<{ day: string }>(({ day }) => `网站从 ${day} 起没有新内容，满14天检查时就一票否决。尽快发布。`),
    homeVeto: warn<{ day: string }>(({ day }) => `网站从 ${day} 起没有新内容，已满14天，检查时会一票否决。马上发布。`),
  },
  check({ library, today, spotOf }, report) {
    let all = 0;
    let strict = 0;
    for (const unit of library.units())
      for (const [index, id] of unit.columns.entries()) {
        const column = library.column(id);
        const day = library.latest(listOf.column(unit.id, id), 1)[0]?.publishedAt.slice(0, 10);
        if (!column || !day || !isStale(column.freshness, day, today)) continue;
        all++;
        if (column.kind === 'news' || column.kind === 'notice' || column.kind === 'policy') strict++;
        const spot = { ...spotOf(`units/${unit.id}.yaml`, `columns.${index}`), where: '“栏目”', written: id };
        report('stale', spot, { unit: unit.short_name, column: column.name, day, within: WORDS[column.freshness] });
      }
    if (strict >= VETO_STRICT || all >= VETO)
      report('veto', { ...spotOf('columns.yaml', ''), where: '栏目表', written: '更新' }, { count: all });
    const newest = library.latest(listOf.all, 1)[0]?.publishedAt.slice(0, 10);
    const at = { ...spotOf('portal.yaml', 'name'), where: '首页', written: '更新' };
    if (newest && isStale('fortnight', newest, today)) report('homeVeto', at, { day: newest });
    else if (newest && HOME(newest, today)) report('home', at, { day: newest });
  },
});
