/** A finding within one paragraph, by index into its text. */
export interface Hit {
  from: number;
  to: number;
  /** What is damaged and what to check, in Chinese. */
  message: string;
}

/** A hit for every match of a pattern. */
export function hits(plain: string, pattern: RegExp, message: string | ((match: RegExpExecArray) => string | undefined)): Hit[] {
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const words = typeof message === 'string' ? message : message(match);
    return words === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, message: words }];
  });
}
