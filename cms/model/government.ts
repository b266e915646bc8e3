/** Hosts of governments, and of the registry that issues the marks of party and government sites; the last is kept for made-up examples. */
const GOVERNMENT = /(?:^|\.)(?:gov\.cn|政务(?:\.cn)?|xn--zfr164b(?:\.cn)?|conac\.cn|gov\.example)$/u;

/** Whether a host, in lower case, is a government's (STD-LNK-04). */
export const isGovernment = (host: string): boolean => GOVERNMENT.test(host);
