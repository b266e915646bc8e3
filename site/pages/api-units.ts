import type { APIRoute } from 'astro';
import { unitPath } from '../paths.ts';

/** Every unit with what 政府信息公开条例 art. 20(2) makes public; accounts and roles are left out. */
export const GET: APIRoute = ({ locals: { library } }) =>
  Response.json({
    units: library.units().map(({ people: _people, theme: _theme, banner: _banner, ...unit }) => ({ ...unit, path: unitPath(unit) })),
  });
