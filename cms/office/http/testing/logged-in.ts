import type { Accounts } from '../../accounts/accounts.ts';
import type { Visitor } from './visitor.ts';

/** Of every account of tests. */
export const PASSWORD = 'correct horse 2030';

/** Somebody with an account, logged in. */
export async function logIn(visitor: Visitor, accounts: Accounts, id: string): Promise<Visitor> {
  await accounts.add(id, PASSWORD);
  const answer = await visitor.form('/login', { account: id, password: PASSWORD });
  if (answer.status !== 303) throw new Error(`${id} could not log in: ${answer.status}`);
  return visitor;
}

/** People, each logged in when first asked for. */
export class LoggedIn {
  readonly #people = new Map<string, Promise<Visitor>>();
  readonly #logIn: (id: string) => Promise<Visitor>;

  constructor(logIn: (id: string) => Promise<Visitor>) {
    this.#logIn = logIn;
  }

  as = (id: string): Promise<Visitor> => {
    let visitor = this.#people.get(id);
    if (!visitor) this.#people.set(id, (visitor = this.#logIn(id)));
    return visitor;
  };

  /** Has everybody log in again. */
  forget() {
    this.#people.clear();
  }
}
