const PATTERNS = [
  // XX县, ×月×日; not a size, a type or a masked number
  /(?<![A-Za-z0-9*×+-])[Xx×]{2,4}(?=[\u4e00-\u9fff])(?!型|线)/gu,
  /(?<![0-9A-Za-z\u4e00-\u9fff])[Xx×]{1,4}(?=年|月|日)/gu,
  /(?<![\u4e00-\u9fff])某某(?=省|市|县|区|乡|镇|村|街道|局|委|办|单位|公司|学校|部门|同志|项目|路|年|月)/gu,
  /待补充|待填写|此处填写|此处插入|在此输入|点击(?:此处)?输入|TODO|TBD|lorem ipsum/giu,
];

/** Marks that stand where something was to be written (STD-TXT-12), in a folded text. */
export function placeholdersIn(text: string): { start: number; end: number }[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length })),
  )
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, at, all) => at === 0 || start >= all[at - 1]!.end);
}
