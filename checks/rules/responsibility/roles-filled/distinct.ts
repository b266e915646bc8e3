/** Whether one can be chosen from each list so that no two are the same. */
export function findDistinct(lists: readonly (readonly string[])[], taken: ReadonlySet<string> = new Set()): boolean {
  const [first, ...rest] = lists;
  return !first || first.some((each) => !taken.has(each) && findDistinct(rest, new Set([...taken, each])));
}
