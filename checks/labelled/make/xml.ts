/** Text as it stands in XML, in an element or in a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
