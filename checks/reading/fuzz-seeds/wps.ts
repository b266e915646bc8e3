export { everyPlace } from './doc.ts';
