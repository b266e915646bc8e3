import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Examiners } from '../checks/engine/examiners.ts';
import { Audit } from '../cms/office/audit/audit.ts';
import type { AuditAct } from '../cms/office/audit/words.ts';
import type { Review } from '../cms/office/review.ts';
import type { Person } from '../cms/office/store/people.ts';
import { Store } from '../cms/office/store/store.ts';
import { UsageError } from './exit.ts';
import { hostOf } from './portal-host.ts';
import { requireRepository } from './require-repository.ts';
import { today } from './today.ts';

/** Where the office's repository and state lie, and who does something with them. */
export interface StorePlace {
  repo: string;
  state: string;
  /** Account. */
  by: string;
  isKeyLost?: boolean;
}

/**
 * Does something with the office's repository while the office is stopped.
 * @param work may tell the audit log what it has done
 * @throws UsageError, Refusal
 */
export async function inStore<T>(
  { repo, state, by, isKeyLost = false }: StorePlace,
  work: (store: Store, person: Person, note: (act: AuditAct, detail: string) => void) => Promise<T>,
): Promise<T> {
  requireRepository(repo, 'HEAD');
  if (!existsSync(state)) throw new UsageError(`没有文件夹 ${state}。核对 --state 的路径。`);
  const examiners = new Examiners();
  let opened: Promise<Review> | undefined;
  // What is refused for another reason need not wait for the rules to be loaded.
  const review: Review = async (change) => {
    opened ??= import('./open-review.ts').then(({ openReview }) =>
      openReview({ repository: repo, index: join(state, 'index.db'), today, examiners }),
    );
    return (await opened)(change);
  };
  try {
    const store = await Store.open({ repository: repo, key: join(state, 'office-key'), host: hostOf(repo), review, isKeyLost });
    try {
      const person = (await store.people()).get(by);
      if (!person) throw new UsageError(`内容库里没有账号 ${by}。核对 --by 的账号。`);
      return await work(store, person, (act, detail) => {
        const audit = new Audit(state, () => new Date());
        audit.note({ person: by, act, detail });
        audit.close();
      });
    } finally {
      await store.close();
    }
  } finally {
    examiners.close();
  }
}
