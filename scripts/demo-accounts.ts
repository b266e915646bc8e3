import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WATCH_OFFICERS } from '../cms/model/emergency.ts';
import { ROLES } from '../cms/model/unit.ts';
import type { Accounts } from '../cms/office/accounts/accounts.ts';
import { makePassword } from '../cms/office/accounts/password.ts';
import type { People, Person, Role } from '../cms/office/store/people.ts';

const FILE = 'demo-accounts.json';
const shape = z.array(z.strictObject({ id: z.string(), password: z.string() }));
/** Roles through which an entry goes on its way. */
const WALK: readonly Role[] = ['editor', 'review', 'secrecy', 'approval'];

export interface DemoAccount {
  person: Person;
  /** Undefined when the person has set another one. */
  password: string | undefined;
}

/**
 * Accounts for trying the office on one's own machine: a unit's people for the whole way of an entry, the editor of another unit,
 * the information office, and two officers on watch for the county. Passwords are made once and kept in the state folder. An office that has accounts of its own gets none.
 */
export async function demoAccounts(state: string, accounts: Accounts, people: People): Promise<DemoAccount[]> {
  const place = join(state, FILE);
  if (!existsSync(place)) {
    if (accounts.list().length > 0) return [];
    const made = chooseDemo(people).map(({ id }) => ({ id, password: makePassword() }));
    writeFileSync(place, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  const kept = shape.parse(JSON.parse(readFileSync(place, 'utf8')));
  const shown = kept.map(async ({ id, password }) => {
    await accounts.add(id, password);
    const person = people.get(id);
    return person && { person, password: (await accounts.accepts(id, password)) ? password : undefined };
  });
  return (await Promise.all(shown)).filter((account) => account !== undefined);
}

function chooseDemo(people: People): Person[] {
  const units = Map.groupBy(
    [...people.values()].flatMap((person) => person.posts.map((post) => ({ person, ...post }))),
    ({ unit }) => unit,
  );
  const chains = [...units.values()].map((posts) => WALK.map((role) => posts.find((post) => post.role === role)?.person));
  const [first = [], second = []] = chains.filter((chain) => new Set(chain.filter(Boolean)).size === WALK.length);
  const office = [...people.values()].find(({ posts }) => posts.some(({ role }) => role === 'office'));
  const officers = [...people.values()].filter(({ posts }) => posts.some(({ watch }) => watch?.isEverywhere)).slice(0, WATCH_OFFICERS);
  return [...new Set([...first, second[0], office, ...officers])].filter((person) => person !== undefined);
}

/** One line for each account, in columns. @param names of units */
export function toLines(shown: readonly DemoAccount[], names: ReadonlyMap<string, string>): string[] {
  const width = (of: (account: DemoAccount) => string) => Math.max(...shown.map((account) => of(account).length));
  const toPassword = ({ password = '（已改）' }: DemoAccount) => password;
  const [ids, passwords, people] = [width(({ person }) => person.id), width(toPassword), width(({ person }) => person.name)];
  return shown.map((account) => {
    const { id, name, posts } = account.person;
    const roles = posts.map(({ unit, role }) => `${names.get(unit) ?? unit}${ROLES[role]}`).join('、');
    return `  ${id.padEnd(ids)}  ${toPassword(account).padEnd(passwords)}  ${name.padEnd(people, '　')}  ${roles}`;
  });
}
