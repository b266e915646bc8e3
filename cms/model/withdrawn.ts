/** What stands in place of the text of an entry that was withdrawn (撤稿). @param at YYYY-MM-DD HH:MM */
export function toWithdrawnBody(reason: string, at: string): string {
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  const said = reason
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&');
  return `本条内容已于${year}年${Number(month)}月${Number(day)}日撤回。\n\n撤回原因：${said}\n`;
}

/** Whether that is what an entry says, so that lists do not announce what is no longer there. */
export const isWithdrawnBody = (body: string): boolean => /^\s*本条内容已于\d{4}年\d{1,2}月\d{1,2}日撤回。\n\n撤回原因：/u.test(body);
