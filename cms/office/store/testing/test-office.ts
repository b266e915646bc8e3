import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { addEntry, makeCounty, writeCounty } from '../../../library/testing/made-up-county.ts';
import type { Review, ReviewFinding } from '../../review.ts';
import type { Person } from '../people.ts';
import { Store } from '../store.ts';

/** Words that the checks of these tests have something against. */
export const WORDS = { secret: '绝密样张', incomplete: '缺少内容', doubtful: '注意用词' } as const;

/** Checks that look for three words, and one that sees the bytes of attachments too. */
export const review: Review = async ({ files }) => ({
  findings: files.flatMap(({ path, bytes }) => {
    const text = Buffer.from(bytes ?? '').toString('utf8');
    return [
      ...(text.includes(WORDS.secret) ? [finding('secrecy/state-secret-mark', 'block', path)] : []),
      ...(text.includes(WORDS.incomplete) ? [finding('document/complete', 'block', path)] : []),
      ...(text.includes(WORDS.doubtful) ? [finding('wording/terms', 'warn', path)] : []),
    ];
  }),
});

const finding = (rule: string, severity: 'block' | 'warn', file: string): ReviewFinding => ({
  rule,
  severity,
  file,
  where: '正文',
  message: '改正这一处。',
  basis: [],
  excerpt: '',
  fingerprint: '',
});

/** The made-up county with two editors in each unit, somebody in the information office, and where asked somebody with many roles and two on watch, of whom one was it long ago,
 * and an entry of the school with this index number. */
export function countyOfTests({ many = false, number = '' } = {}) {
  const county = makeCounty();
  if (number !== '') addEntry(county.files, 'school', 'news', 99, { index_number: number, published_at: '2030-11-02 09:30' });
  for (const [path, text] of county.files) {
    if (!path.startsWith('units/')) continue;
    const unit = load(text) as { people: unknown[] };
    const id = path.slice('units/'.length, -'.yaml'.length);
    unit.people.push({ id: `${id}-editor2`, name: '试二', post: '科员', roles: ['editor'] });
    if (id === 'county') unit.people.push({ id: 'county-office', name: '试三', post: '科员', roles: ['office'] });
    if (many) {
      unit.people.push({ id: `${id}-many`, name: '试四', post: '科员', roles: ['editor', 'review', 'secrecy', 'watch'] });
      unit.people.push({ id: `${id}-watch`, name: '试六', post: '值班员', roles: ['watch'] });
      const days = [{ from: '2020-01-01', until: '2020-01-07' }];
      unit.people.push({ id: `${id}-watch2`, name: '试七', post: '值班员', roles: ['watch'], on_watch: days });
    }
    county.files.set(path, dump(unit));
  }
  return county;
}

/** A place with a content folder, from which offices are opened one after the other. */
export class TestOffice {
  readonly place = mkdtempSync(join(tmpdir(), 'gongkai-office-'));
  readonly options = {
    repository: join(this.place, 'portal.git'),
    content: join(this.place, 'content'),
    key: join(this.place, 'office-key'),
    host: 'www.test.gov.example',
    review,
  };

  constructor(county: Parameters<typeof countyOfTests>[0] = {}) {
    writeCounty(this.options.content, countyOfTests(county));
  }

  open(more: { review?: Review; clock?: () => number; isClockRight?: boolean } = {}): Promise<Store> {
    return Store.open({ ...this.options, ...more });
  }

  git(...args: string[]): string {
    const stdio = ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'];
    return execFileSync('git', ['-C', this.options.repository, ...args], { encoding: 'utf8', stdio }).trim();
  }

  [Symbol.dispose]() {
    rmSync(this.place, { recursive: true, force: true });
  }
}

/** Somebody whom main names. */
export async function personOf(store: Store, id: string): Promise<Person> {
  const person = (await store.people()).get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
}

/** The file of a news entry. */
export const news = (title: string, body = '正文。', more: Record<string, unknown> = {}): Uint8Array =>
  Buffer.from(`---\n${dump({ title, column: 'news', ...more })}---\n\n${body}\n`);
