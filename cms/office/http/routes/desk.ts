import { Desk } from '../../desk/desk.ts';
import { acts } from '../../desk/routes/acts.ts';
import { change } from '../../desk/routes/change.ts';
import { published } from '../../desk/routes/published.ts';
import { queue } from '../../desk/routes/queue.ts';
import type { Routes } from '../parts.ts';

/** The review desk (审核台). */
export const desk: Routes = (app, parts) => {
  const shared = new Desk(parts);
  queue(app, shared);
  change(app, shared);
  acts(app, shared);
  published(app, shared);
};
