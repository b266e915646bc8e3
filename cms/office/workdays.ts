/** Working days from one day (YYYY-MM-DD) to another, day one not counted; undefined where the calendar does not reach. */
export type WorkdaysBetween = (from: string, to: string) => number | undefined;

/** The calendar as a commit of main has it, as `scripts` hands it to the office. */
export type WorkdaysAt = (main: string) => WorkdaysBetween;
