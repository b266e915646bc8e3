const SHANGHAI = '+08:00';

/** Seconds since 1970 of a minute written as YYYY-MM-DD HH:MM in Asia/Shanghai; not a number for anything else. */
export const toSeconds = (minute: string): number => Date.parse(`${minute.replace(' ', 'T')}:00${SHANGHAI}`) / 1000;
