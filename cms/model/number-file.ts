/** Path from the content root of the file in which the office remembers the last index number of a unit in a month, YYYYMM. */
export const numberFile = (code: string, month: string): string => `.numbers/${code}/${month}`;

export const NUMBER_FILE = /^\.numbers\/\d{9}\/\d{6}$/u;
