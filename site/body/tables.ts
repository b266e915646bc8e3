/** From so many columns a table may be wider than the text. */
const MANY = 6;
const TABLE = /<table\b[^>]*>([\s\S]*?)<\/table>/gu;
/** A cell that is one date, which is not broken over lines. */
const DATE_CELL = /<td(?: class="([a-z]+)")?>(\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}-\d{2}-\d{2})<\/td>/gu;

/**
 * Puts tables into regions that scroll by themselves and can be reached by keyboard, names them, and says
 * of head cells what they head.
 * @param kind what tables are called in their names, which are numbered
 */
export function toTables(html: string, kind: string): string {
  let count = 0;
  return html.replace(TABLE, (_, content: string) => {
    const columns = (/<tr>[\s\S]*?<\/tr>/u.exec(content)?.[0].match(/<t[hd]\b/gu) ?? []).length;
    const caption = /<caption>([\s\S]*?)<\/caption>/u
      .exec(content)?.[1]
      ?.replace(/<[^>]*>/gu, '')
      .replaceAll('"', '&quot;')
      .trim();
    const label = `${kind} ${++count}${caption ? `：${caption}` : ''}`;
    return `<section class="table${columns >= MANY ? ' wide' : ''}" aria-label="${label}" tabindex="0"><table>${toCells(content)}</table></section>`;
  });
}

function toCells(content: string): string {
  return content
    .replace(/<thead>[\s\S]*?<\/thead>/u, (head) => head.replace(/<th(?![^>]* scope=)(?=[\s>])/gu, '<th scope="col"'))
    .replace(/<th\b[^>]*>\s*<\/th>/gu, '<td></td>')
    .replace(DATE_CELL, (_, align: string | undefined, date: string) => `<td class="${align ? `${align} ` : ''}nowrap">${date}</td>`);
}
