/** Today's calendar day in Asia/Shanghai, as YYYY-MM-DD. The only place where a clock is asked. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
