/** The beginning of a body as plain text, for a summary that nobody wrote. */
export function toExcerpt(body: string, most = 90): string {
  const text = body
    .slice(0, 20_000)
    .replace(/^#+ .*$/gmu, '')
    .replace(/^\|.*$/gmu, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/<[^<>]+>/gu, '')
    .replace(/[*_`>#-]{1,3}/gu, '')
    .replace(/[\s\u0000]+/gu, '');
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}……`;
}
