/** A body in the form that the style sheet and the content policy ask for. */
export const toBody = (html) =>
  html.includes('<table>')
    ? html
        .replaceAll('<table>', '<div class="table" role="region" aria-label="表格" tabindex="0"><table>')
        .replaceAll('</table>', '</table></div>')
        .replace(/ style="text-align: ?right;?"/gu, ' class="right"')
    : html;
