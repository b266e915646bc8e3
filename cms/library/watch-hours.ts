import { WATCH_HOURS, WATCH_HOURS_MOST } from '../model/emergency.ts';
import { readYaml } from './yaml.ts';

/** For how many hours what an officer on watch (值班) signs holds, as the file of a portal says; the usual time where it says nothing that can be. */
export function watchHoursIn(portal: Uint8Array | undefined): number {
  try {
    const { watch_hours: hours } = readYaml(new TextDecoder('utf-8', { fatal: true }).decode(portal)) as { watch_hours?: unknown };
    return Number.isInteger(hours) && (hours as number) >= 1 && (hours as number) <= WATCH_HOURS_MOST ? (hours as number) : WATCH_HOURS;
  } catch {
    return WATCH_HOURS;
  }
}
