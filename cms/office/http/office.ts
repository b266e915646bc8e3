import { Hono } from 'hono';
import { BoundedAudit } from '../audit/bounded.ts';
import { ownName } from './address.ts';
import { answerError, answerMissing } from './answer.ts';
import { assets } from './assets.ts';
import { Attempts } from './attempts.ts';
import { fromOwnForm, fromOwnPage } from './csrf.ts';
import { strictHeaders } from './headers.ts';
import { membersLimit, strangersLimit } from './limits.ts';
import { onlyLoggedIn } from './logged-in.ts';
import { Logins } from './logins.ts';
import { pace } from './pace.ts';
import type { OfficeEnv, OfficeParts, Routes } from './parts.ts';
import { toPortalReader } from './portal.ts';
import { noteRefusals } from './refusals.ts';
import { account } from './routes/account.ts';
import { audit as auditPage } from './routes/audit.ts';
import { content } from './routes/content.ts';
import { desk } from './routes/desk.ts';
import { formFiles } from './routes/form-files.ts';
import { home } from './routes/home.ts';
import { login } from './routes/login.ts';
import { openId } from './routes/openid.ts';
import { settings } from './routes/settings.ts';

/** What people do who are logged in, area by area. */
const AREAS: readonly Routes[] = [home, content, formFiles, desk, settings, auditPage];

/** The office for editors and reviewers, as a function from requests to answers. */
export function createOffice(parts: OfficeParts): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  const readPortal = toPortalReader(parts.store);
  const audit = new BoundedAudit(parts.audit, parts.clock);
  const door = { logins: new Logins(parts), attempts: new Attempts(parts.state, parts.clock), audit };

  app.use(...strictHeaders(parts));
  app.use(async (c, next) => {
    c.set('portal', await readPortal());
    await next();
  });
  app.use(noteRefusals(parts, audit), ownName(parts), fromOwnPage(parts));
  assets(app);
  app.use('/login/*', strangersLimit);
  login(app, parts, door);
  if (parts.provider) openId(app, parts, parts.provider, door);
  app.use(onlyLoggedIn(door.logins), pace(parts), membersLimit(), fromOwnForm);
  account(app, parts, door);
  for (const routes of AREAS) routes(app, parts);
  app.notFound(answerMissing);
  app.onError(answerError);
  return app;
}

/** What guards the way in. */
export interface Door {
  logins: Logins;
  attempts: Attempts;
  /** For what strangers can do as often as they like. */
  audit: BoundedAudit;
}
