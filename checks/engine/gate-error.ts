/** The checks themselves do not work, so that their silence means nothing. */
export class GateError extends Error {}
