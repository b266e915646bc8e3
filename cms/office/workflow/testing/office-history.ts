import { dump, load } from 'js-yaml';
import type { SignOff } from '../../../model/type.ts';
import type { Store } from '../../store/store.ts';
import { news, personOf } from '../../store/testing/test-office.ts';
import { changeSettings } from '../settings.ts';
import { Workflow } from '../workflow.ts';

interface Publishing {
  more?: Record<string, unknown>;
  files?: Record<string, string>;
  unit?: string;
  editors?: string[];
  /** Account of the person who reviews. */
  review?: string;
}

/** People at work in an office of the made-up county. */
export class OfficeAtWork {
  readonly store: Store;
  readonly workflow: Workflow;

  constructor(store: Store) {
    this.store = store;
    this.workflow = new Workflow(store, async () => {});
  }

  person = (id: string) => personOf(this.store, id);

  async #asked(folder: string) {
    return { folder, version: (await this.store.draft(folder))?.version ?? '' };
  }

  async save(folder: string, by: string, title: string, more: Record<string, unknown> = {}, files: Record<string, string> = {}) {
    const version = (await this.store.entry(folder))?.version ?? '';
    const own = { name: 'index.md', bytes: news(title, '正文。', more) };
    const others = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    return this.store.save(await this.person(by), { folder, version, files: [own, ...others] });
  }

  async submit(folder: string, by: string) {
    return this.workflow.submit(await this.person(by), await this.#asked(folder));
  }

  async sign(folder: string, role: SignOff, by: string, opinion = '') {
    return this.workflow.sign(await this.person(by), await this.#asked(folder), role, opinion);
  }

  /** From the first save to the last sign-off but one, by different people. @returns who is to sign last */
  async #prepare(folder: string, title: string, how: Publishing): Promise<string> {
    const { more = {}, files = {}, unit = 'school' } = how;
    const { editors = [`${unit}-editor`], review = `${unit}-review` } = how;
    for (const [nth, editor] of editors.entries())
      await this.save(folder, editor, nth < editors.length - 1 ? `${title}初稿` : title, more, files);
    await this.submit(folder, editors[0]!);
    await this.sign(folder, 'review', review, '同意。');
    await this.sign(folder, 'secrecy', `${unit}-secrecy`);
    return `${unit}-approval`;
  }

  /** From the first save to publication. @returns commit, folder and number */
  async publish(folder: string, title: string, how: Publishing = {}) {
    const last = await this.#prepare(folder, title, how);
    const { published, obstacle } = await this.sign(folder, 'approval', last, '同意发布。');
    if (!published) throw obstacle ?? new Error(`${folder} was not published`);
    return published;
  }

  /** The same with a time for publication. @param time YYYY-MM-DD HH:MM in Asia/Shanghai */
  async schedule(folder: string, title: string, time: string, how: Publishing = {}) {
    const last = await this.#prepare(folder, title, how);
    return this.workflow.sign(await this.person(last), await this.#asked(folder), 'approval', '到时发布。', time);
  }

  /** From the first save to where it waits for those who sign. */
  async handIn(folder: string, title: string, { more = {}, files = {}, unit = 'school', editors = [`${unit}-editor`] }: Publishing = {}) {
    await this.save(folder, editors[0]!, title, more, files);
    await this.submit(folder, editors[0]!);
  }

  /** All sign-offs on what is handed in. */
  async signAll(folder: string, unit = 'school') {
    await this.sign(folder, 'review', `${unit}-review`);
    await this.sign(folder, 'secrecy', `${unit}-secrecy`);
    return this.sign(folder, 'approval', `${unit}-approval`);
  }

  /** Publication of what is handed in by two officers on watch, of whom the first says why. */
  async urge(folder: string, [first, second]: readonly [string, string], reason = '汛情紧急') {
    await this.signOnWatch(folder, first, reason);
    const { published, obstacle } = await this.signOnWatch(folder, second, '');
    if (!published) throw obstacle ?? new Error(`${folder} was not published`);
    return published;
  }

  async signOnWatch(folder: string, by: string, words: string) {
    return this.workflow.signOnWatch(await this.person(by), await this.#asked(folder), words);
  }

  async confirm(folder: string, role: SignOff, by: string, opinion = '') {
    const version = (await this.store.published(folder))?.version ?? '';
    return (await this.workflow.confirm(await this.person(by), { folder, version, role, opinion })).commit;
  }

  async remove(kind: 'withdraw' | 'takeDown', folder: string, by: string, reason = '内容有误') {
    const version = (await this.store.published(folder))?.version ?? '';
    return (await this.workflow[kind](await this.person(by), { folder, version, reason })).commit;
  }

  async merge(folder: string, into: string, by: string, reason = '两条重复') {
    const version = (await this.store.published(folder))?.version ?? '';
    return (await this.workflow.merge(await this.person(by), { folder, version, into, reason })).commit;
  }

  /** Gives and takes roles: the list of a unit's people is what `change` makes of it. */
  async appoint(unit: string, change: (people: { id: string; name: string; post: string; roles: string[] }[]) => void) {
    const path = `units/${unit}.yaml`;
    const value = load((await this.store.repository.at(await this.store.main(), path))!.bytes.toString('utf8')) as { people: [] };
    change(value.people);
    const files = [{ path, bytes: Buffer.from(dump(value)) }];
    return changeSettings(this.store, await this.person('county-office'), files, '人员调整');
  }
}

export const PLACES = {
  first: 'entries/school/news/2026/20261126-abc234',
  second: 'entries/school/news/2026/20261126-abc235',
  third: 'entries/school/news/2026/20261126-abc236',
  stock: 'entries/school/news/2026/202603-00001',
  merged: 'entries/school/news/2026/202603-00002',
  urgent: 'entries/school/news/2026/20261126-abc237',
  rash: 'entries/school/news/2026/20261126-abc238',
} as const;

/** One of each thing that an office does, with the commit of each. */
export async function makeOfficeHistory(store: Store) {
  const office = new OfficeAtWork(store);
  const editors = ['school-editor', 'school-editor2'];
  await office.handIn(PLACES.urgent, '紧急的一条');
  await office.handIn(PLACES.rash, '草率的一条');
  const first = await office.publish(PLACES.first, '第一条', { editors, files: { '名单.txt': '甲乙丙\n' } });
  const appointed = await office.appoint('school', (people) =>
    people.push({ id: 'school-late', name: '试五', post: '科员', roles: ['review'] }),
  );
  const second = await office.publish(PLACES.second, '第二条', { review: 'school-late' });
  const own = { index_number: first.number, published_at: first.publishedAt };
  const again = await office.publish(first.folder, '第一条改正', {
    more: { ...own, correction: '名单漏了丁，现在补上。' },
    files: { '名单.txt': '甲乙丙丁\n' },
  });
  const withdrawn = await office.remove('withdraw', PLACES.stock, 'school-approval');
  const dismissed = await office.appoint('school', (people) =>
    people.splice(
      people.findIndex(({ id }) => id === 'school-late'),
      1,
    ),
  );
  const third = await office.publish(PLACES.third, '第三条', { editors: ['school-many'] });
  const urgent = await office.urge(PLACES.urgent, ['school-many', 'county-watch']);
  const reviewed = {
    review: await office.confirm(urgent.folder, 'review', 'school-review', '补审通过。'),
    secrecy: await office.confirm(urgent.folder, 'secrecy', 'school-secrecy'),
    approval: await office.confirm(urgent.folder, 'approval', 'school-approval'),
  };
  const rash = await office.urge(PLACES.rash, ['county-watch', 'school-watch']);
  const offAgain = await office.remove('takeDown', rash.folder, 'school-review');
  const merged = await office.merge(PLACES.merged, PLACES.stock, 'county-office');
  const down = await office.remove('takeDown', second.folder, 'county-office');
  return { urgent, reviewed, rash, offAgain, first, appointed, second, again, withdrawn, dismissed, third, merged, down };
}
