/** A field of a form that was sent, as text; empty when it is not there or is a file. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
