export { everyPlace } from './xls.ts';
