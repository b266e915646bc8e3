/** A file that cannot be imported; the message tells a person why and what to do. */
export class Refused extends Error {}
