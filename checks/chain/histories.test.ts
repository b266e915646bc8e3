import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toMinute } from '../../cms/office/store/clock.ts';
import { Refusal } from '../../cms/office/store/refusal.ts';
import { Store } from '../../cms/office/store/store.ts';
import { TestOffice } from '../../cms/office/store/testing/test-office.ts';
import { OfficeAtWork } from '../../cms/office/workflow/testing/office-history.ts';
import { verifyChain } from './verify-chain.ts';

/** More on request: HISTORIES=10000 npx vitest run checks/chain/histories */
const HISTORIES = Number(process.env.HISTORIES ?? 6);

const office = new TestOffice({ many: true });
beforeAll(async () => (await office.open({ clock: () => BEGUN })).close());
afterAll(() => office[Symbol.dispose]());

/** When the office takes over: after everything that the made-up county holds. In milliseconds. */
const BEGUN = Date.parse('2026-11-26T00:00:00Z');
const MINUTE = 60_000;

const FOLDERS = ['a', 'b', 'c'].map((letter) => `entries/school/news/2026/20261126-${letter}${letter}${letter}234`);
const STOCK = ['entries/school/news/2026/202603-00001', 'entries/school/news/2026/202603-00002', 'entries/valley/news/2026/202603-00001'];
const PEOPLE = [
  'school-editor',
  'school-editor2',
  'school-review',
  'school-secrecy',
  'school-approval',
  'school-many',
  'county-office',
  'county-watch',
  'school-watch',
  'valley-editor',
  'valley-approval',
];
const ROLES = ['editor', 'review', 'secrecy', 'approval', 'office', 'watch'] as const;
const place = fc.nat({ max: FOLDERS.length + STOCK.length - 1 });
const person = fc.constantFrom(...PEOPLE);
const role = fc.constantFrom('review', 'secrecy', 'approval' as const);

/** Something that somebody tries; what the office refuses leaves no trace. */
const attempt = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('publish' as const), place, files: fc.nat({ max: 2 }), many: fc.boolean() }) },
  fc.record({ act: fc.constant('save' as const), place, person, files: fc.nat({ max: 2 }) }),
  fc.record({ act: fc.constantFrom('submit' as const, 'recall' as const, 'discard' as const), place, person }),
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sign' as const), place, person, role }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('urge' as const), place, officers: fc.tuple(person, person) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('urgent' as const), place }) },
  fc.record({ act: fc.constant('signOnWatch' as const), place, person }),
  { weight: 3, arbitrary: fc.record({ act: fc.constant('confirm' as const), place, person, role }) },
  fc.record({ act: fc.constant('due' as const) }),
  fc.record({ act: fc.constant('schedule' as const), place, minutes: fc.integer({ min: 5, max: 3000 }) }),
  fc.record({ act: fc.constantFrom('return' as const, 'comment' as const), place, person }),
  fc.record({ act: fc.constantFrom('withdraw' as const, 'takeDown' as const), place, person }),
  fc.record({ act: fc.constant('merge' as const), place, into: place, person }),
  fc.record({ act: fc.constant('appoint' as const), person, role: fc.constantFrom(...ROLES), gives: fc.boolean() }),
  fc.record({ act: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 50_000 }) }),
  fc.record({ act: fc.constant('restart' as const), back: fc.integer({ min: 0, max: 600 }) }),
);
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

/** An office that goes through a history, under a clock that is now and then set. */
class Run {
  readonly options: typeof office.options;
  #now = BEGUN + MINUTE;
  #office!: OfficeAtWork;
  #saves = 0;
  /** What its clock has shown at the most. */
  latest = 0;
  done = 0;

  constructor(repository: string) {
    this.options = { ...office.options, repository };
  }

  async open() {
    this.#office = new OfficeAtWork(await Store.open({ ...this.options, clock: () => this.#now, isClockRight: true }));
  }

  close = () => this.#office.store.close();

  async try(attempted: Attempt) {
    this.#now += 7000;
    this.latest = Math.max(this.latest, this.#now);
    try {
      await this.#do(attempted);
      this.done++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async #do(attempted: Attempt): Promise<unknown> {
    const { store, workflow } = this.#office;
    switch (attempted.act) {
      case 'wait':
        this.#now += attempted.minutes * MINUTE;
        this.latest = Math.max(this.latest, this.#now);
        return;
      case 'restart':
        await store.close();
        this.#now -= attempted.back * MINUTE;
        return this.open();
      case 'due':
        return workflow.publishDue(() => {});
      case 'appoint': {
        const { person: id, role: given, gives } = attempted;
        return this.#office.appoint(id.split('-')[0]!, (people) => {
          const found = people.find((each) => each.id === id)!;
          found.roles = gives ? [...new Set([...found.roles, given])] : found.roles.filter((each) => each !== given);
          if (found.roles.length === 0) found.roles = ['editor'];
        });
      }
    }
    const folder = await this.#folderAt(attempted.place);
    const asked = { folder, version: (await store.draft(folder))?.version ?? '' };
    switch (attempted.act) {
      case 'schedule': {
        const time = toMinute(this.#now / 1000 + attempted.minutes * 60);
        return this.#office.schedule(folder, `第${++this.#saves}稿`, time, {
          ...(await this.#what(folder, 1)),
          unit: folder.split('/')[1]!,
        });
      }
      case 'publish': {
        const unit = folder.split('/')[1]!;
        const editors = attempted.many && unit === 'school' ? ['school-editor', 'school-editor2'] : [`${unit}-editor`];
        return this.#office.publish(folder, `第${++this.#saves}稿`, { ...(await this.#what(folder, attempted.files)), unit, editors });
      }
      case 'urge':
        return this.#office.urge(folder, attempted.officers, '汛情紧急\nSign-Off: role=watch');
      case 'urgent':
        return this.#urgent(folder);
      case 'signOnWatch':
        return this.#office.signOnWatch(folder, attempted.person, '汛情紧急');
      case 'confirm':
        return this.#office.confirm(folder, attempted.role, attempted.person, this.#saves % 2 === 0 ? '补审通过。' : '');
      case 'save': {
        const { more, files } = await this.#what(folder, attempted.files);
        return this.#office.save(folder, attempted.person, `第${++this.#saves}稿`, more, files);
      }
      case 'sign':
        return this.#office.sign(folder, attempted.role, attempted.person, this.#saves % 2 === 0 ? '同意。\nSign-Off: role=review' : '');
      case 'merge':
        return this.#office.merge(folder, await this.#folderAt(attempted.into), attempted.person);
      case 'withdraw':
      case 'takeDown':
        return this.#office.remove(attempted.act, folder, attempted.person);
    }
    const by = await this.#office.person(attempted.person);
    if (attempted.act === 'discard') return store.discard(by, asked);
    if (attempted.act === 'return') return workflow.sendBack(by, asked, '改标题');
    if (attempted.act === 'comment') return workflow.comment(by, asked, '看过');
    return workflow[attempted.act](by, asked);
  }

  /** An emergency publication that is reviewed afterwards in the order in which it must be, or not to the end. */
  async #urgent(folder: string) {
    const [, unit = ''] = folder.split('/');
    await this.#office.handIn(folder, `第${++this.#saves}稿`, { ...(await this.#what(folder, 1)), unit });
    const { folder: published } = await this.#office.urge(folder, [`${unit}-watch`, 'county-watch']);
    for (const role of (['review', 'secrecy', 'approval'] as const).slice(0, this.#saves % 4))
      await this.#office.confirm(published, role, `${unit}-${role}`);
  }

  /** Where an entry is now: publication moves it to the folder of its year. */
  async #folderAt(nth: number): Promise<string> {
    const { store } = this.#office;
    const begun = [...FOLDERS, ...STOCK][nth]!;
    for (let year = 2026; year < 2030; year++) {
      const folder = begun.replace('/2026/', `/${year}/`);
      if ((await store.draft(folder)) || (await store.published(folder))) return folder;
    }
    return begun;
  }

  /** What an editor hands in: the office's own fields stay as they are. */
  async #what(folder: string, count: number) {
    const text = (await this.#office.store.published(folder))?.text ?? '';
    const field = (name: string) => new RegExp(`^${name}: '?([^'\n]+)`, 'mu').exec(text)?.[1];
    const [number, published] = [field('index_number'), field('published_at')];
    const files = Object.fromEntries(Array.from({ length: count }, (_, nth) => [`fj${nth}.txt`, `附件${this.#saves}`]));
    const correction = this.#saves % 3 === 0 ? { correction: `第${this.#saves}次更正` } : {};
    return { files, more: number === undefined ? {} : { index_number: number, published_at: published, ...correction } };
  }
}

test(`whatever the office does, its chain is proven without a false alarm (${HISTORIES} histories)`, { timeout: 36_000_000 }, async () => {
  const keys = [readFileSync(`${office.options.key}.allowed`, 'utf8')];
  let nth = 0;
  let [acts, commits] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 5, maxLength: 25 }), async (history) => {
      const repository = join(office.place, `history-${nth++}.git`);
      execFileSync('cp', ['-r', office.options.repository, repository]);
      const run = new Run(repository);
      await run.open();
      for (const attempted of history) await run.try(attempted);
      await run.close();
      const report = await verifyChain({ repository, keys, now: run.latest });
      expect(report.faults).toEqual([]);
      acts += run.done;
      commits += report.commits;
      rmSync(repository, { recursive: true });
    }),
    { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20261127), endOnFailure: HISTORIES > 100 },
  );
  console.log(`${HISTORIES} histories, ${acts} acts done, ${commits} commits verified`);
});
