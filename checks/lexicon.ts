/** A word that must not stand in a published text, or must be written otherwise. */
export interface Term {
  /** As it is found: a word, folded for matching. */
  word: string;
  /** What to write instead, or what to mind. */
  advice: string;
  /** Longer words in which it is right. */
  except?: readonly string[];
  /** Of a person: posts, present and former. */
  posts?: readonly string[];
  /** Of a person: first day on which the posts are all that are right, YYYY-MM-DD. */
  from?: string;
}

/** Word lists by name, as the files of `lexicon/` in the content root hold them. */
export type Lexicon = ReadonlyMap<string, readonly Term[]>;
