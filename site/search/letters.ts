/** The first character that Chinese sorts under each initial of pinyin. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const collator = new Intl.Collator('zh-Hans-u-co-pinyin');

/** The letter under which a name is looked for: the initial of its first character. */
function letterOf(name: string): string {
  const first = name.charAt(0);
  if (/[a-z]/iu.test(first)) return first.toUpperCase();
  if (!/\p{Script=Han}/u.test(first)) return '#';
  const after = [...FIRST].findIndex((each) => collator.compare(each, first) > 0);
  return LETTERS.at(after < 0 ? -1 : Math.max(0, after - 1))!;
}

/** Names under their letters, both in order. */
export function byLetter<T extends { name: string }>(named: readonly T[]): [letter: string, named: T[]][] {
  const sorted = named.toSorted((a, b) => collator.compare(a.name, b.name));
  return [...Map.groupBy(sorted, ({ name }) => letterOf(name))].sort(([a], [b]) => (a < b ? -1 : 1));
}
