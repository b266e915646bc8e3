import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { toFolder } from '../../library/read-entry.ts';
import { findType } from '../../model/types/index.ts';
import type { BoundedAudit } from '../audit/bounded.ts';
import type { AuditAct } from '../audit/words.ts';
import { MAIN } from '../store/refs.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { clientOf } from './address.ts';
import type { OfficeEnv, OfficeParts } from './parts.ts';

/** Something that was not done, with the entry or the unit that the request named; empty for none. */
export interface Refused {
  refusal: Refusal;
  named: string;
}

/**
 * Writes into the audit log what the checks refused, and what was refused to somebody without the role or to a page that is not
 * ours. Of what the checks found it has only the names of the rules and how often; of a request nothing that somebody made up.
 */
export const noteRefusals =
  (parts: OfficeParts, audit: BoundedAudit): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    c.set('refused', []);
    await next();
    if (c.error instanceof Refusal) c.var.refused.push({ refusal: c.error, named: c.var.named ?? '' });
    for (const { refusal, named } of c.var.refused) {
      const act = actOf(c, refusal);
      if (!act) continue;
      // Who may not even ask may name what is not there; what the checks have seen is an entry.
      const place = act === 'request-refused' ? await thereIs(parts.store, named) : named;
      const why = act === 'request-refused' ? refusal.message : rulesIn(refusal);
      const detail = [clientOf(c, parts), ...(act === 'save-refused' ? [] : [routeOf(c)]), place, why];
      audit.note({ person: c.var.person?.id ?? '-', act, detail: detail.filter((part) => part !== '').join(' ') });
    }
  };

function actOf(c: Context<OfficeEnv>, { kind }: Refusal): AuditAct | undefined {
  if (kind === 'forbidden') return 'request-refused';
  if (kind !== 'refused') return undefined;
  return c.req.path === '/api/content/entry' ? 'save-refused' : 'checks-refused';
}

/** Names of the rules that do not let it pass, with the number of places. */
function rulesIn({ findings }: Refusal): string {
  const blocking = findings.filter(({ severity }) => severity === 'block');
  const byRule = Map.groupBy(blocking, ({ rule }) => rule);
  return [...byRule].map(([rule, found]) => `${rule}×${found.length}`).join('、');
}

/** Method and address as the office's routes have it: what stands in an address itself may be anything. */
const routeOf = (c: Context<OfficeEnv>): string =>
  `${c.req.method} ${matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? ''}`.trim();

/** The entry that is named, or else the unit; empty when neither is there. */
async function thereIs(store: Store, named: string): Promise<string> {
  const place = toFolder(named);
  if (place && findType(place.type) && (await store.entry(place.path))) return place.path;
  const unit = named.startsWith('entries/') ? (named.split('/')[1] ?? '') : named;
  return /^[a-z0-9-]+$/u.test(unit) && (await store.repository.at(MAIN, `units/${unit}.yaml`)) ? unit : '';
}
