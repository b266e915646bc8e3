import type { Hono } from 'hono';
import { SIGN_OFFS } from '../../../model/sign-offs.ts';
import type { OfficeEnv } from '../../http/parts.ts';
import { toMinute } from '../../store/clock.ts';
import { isOffice } from '../../store/people.ts';
import type { Desk } from '../desk.ts';
import { readDone } from '../done.ts';
import { readOwed } from '../owed.ts';
import { showQueue } from '../pages/queue.ts';
import { readQueue } from '../queue.ts';
import { screen } from '../screen.ts';

/** What waits for the person, and what the person did before. */
export function queue(app: Hono<OfficeEnv>, desk: Desk): void {
  const { store, workflow, publicSite } = desk.parts;
  app.get('/desk', (c) => c.redirect('/desk/', 301));
  app.get('/desk/', async (c) => {
    const { person, csrf } = c.var;
    const surroundings = await desk.surroundings();
    const unit = c.req.query('unit') ?? '';
    const units = isOffice(person) ? surroundings.library.units().map(({ id, short_name }) => ({ id, name: short_name })) : [];
    const chosen = units.some(({ id }) => id === unit) ? unit : '';
    const [list, done] = await Promise.all([
      readQueue(store, person, surroundings, chosen === '' ? undefined : chosen),
      readDone(store, person),
    ]);
    const now = toMinute(surroundings.now.getTime() / 1000);
    const body = showQueue({
      queue: list,
      owed: readOwed(surroundings.library, person, now, chosen === '' ? undefined : chosen),
      done,
      csrf,
      publicSite,
      units,
      unit: chosen,
      isSeen: (version) => desk.seen.has(person, version),
      isSigner: person.posts.some(({ role }) => SIGN_OFFS.some((each) => each === role)),
      fault: isOffice(person) ? workflow.live.fault : undefined,
      doubt: isOffice(person) ? store.repository.clock.doubt : undefined,
      told: desk.told(c),
    });
    return screen(c, '审核台', body);
  });
}
