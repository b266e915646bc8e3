import { units } from '../../data/site.json';

export const GET = () => Response.json({ units });
