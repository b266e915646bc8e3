/** The permanent address of an entry: `/i/990101003/202603/00012.html` for 990101003/202603-00012. */
export const addressOf = (number: string): string => `/i/${number.replace('-', '/')}.html`;
