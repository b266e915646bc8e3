import type { APIRoute } from 'astro';
import { binds } from '../../cms/model/duty.ts';
import { unitPath } from '../paths.ts';
import type { Help } from '../search/help.ts';

/** Who is to be asked when nothing is found: what each unit does, and what the law obliges it to publish. */
export const GET: APIRoute = ({ locals: { library } }) => {
  const duties = library.duties();
  const units = library.units().map((unit) => ({
    name: unit.name,
    href: unitPath(unit),
    phone: unit.phone,
    does: [unit.name, unit.short_name, ...unit.duties],
    owes: duties.filter((duty) => binds(duty, unit)).map(({ name }) => name),
  }));
  return Response.json({ units } satisfies Help);
};
