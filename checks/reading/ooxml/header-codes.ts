/** Text of a sheet's header without its codes for place, font and fields (ISO/IEC 29500-1, 18.3.1.46). */
export const stripCodes = (text: string): string =>
  text
    .replace(/&"[^"]*"|&K(?:[\dA-F]{6}|\d\d[+-]\d{3})|&\d+|&[A-Z]/gu, (code) => (/^&[LCR]$/u.test(code) ? '\n' : ''))
    .replaceAll('&&', '&')
    .trim();
