const TITLES: readonly [folder: RegExp, title: RegExp][] = [
  [/^catalogue\//u, /^ +domain: *["']?([^"'\n#]+)/mu],
  // The comment that heads a list, up to its first mark.
  [/^lexicon\//u, /^# *([^（(。，：\n]+)/u],
];

/** What a part of the catalogue or a word list is about, in its own words; undefined where it does not say. */
export function titleIn(path: string, text: string): string | undefined {
  const [, title] = TITLES.find(([folder]) => folder.test(path)) ?? [];
  return title?.exec(text)?.[1]?.trim();
}
