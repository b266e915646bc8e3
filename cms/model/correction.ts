/**
 * What a version says was wrong in the one before (更正说明); undefined when it says nothing, or only what that said already.
 * @param former the field in the version before
 */
export const newCorrection = (former: unknown, now: unknown): string | undefined =>
  typeof now === 'string' && now.trim() !== '' && now !== former ? now : undefined;
