import { defineRule, warn } from '../../../rule.ts';
import type { Visit } from '../../../subjects/visit.ts';

interface Link {
  link: string;
}

// Never a block: whether others' sites can be opened is not ours to decide, and changes from hour to hour.
export default defineRule({
  id: 'links/outside-reachable',
  title: '通向其他网站的链接都能打开，还是原来的网站',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }, { law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-LNK-06', 'STD-INS-51', 'STD-INS-12'],
  scope: 'visit',
  sensitive: false,
  waivable: false,
  messages: {
    gone: warn<Link>(({ link }) => `${link}已经没有了。换成现在的网址，或者删去链接。`),
    refused: warn<Link & { status: number }>(({ link, status }) => `${link}不让检查程序访问（${status}）。由人打开看过。`),
    failing: warn<Link & { status: number }>(({ link, status }) => `${link}出错（${status}）。过几天再查，一直打不开的删去链接。`),
    circle: warn<Link>(({ link }) => `${link}来回跳转，打不开。换成现在的网址，或者删去链接。`),
    slow: warn<Link>(({ link }) => `${link}迟迟没有回应。过几天再查，一直打不开的删去链接。`),
    unreachable: warn<Link>(({ link }) => `${link}连不上。核对网址和本机的网络，一直打不开的删去链接。`),
    moved: warn<Link & { host: string }>(({ link, host }) => `${link}现在转到 ${host}。由人看过，不是同一家的删去链接。`),
  },
  check({ address, status, trouble, landed, pages, spot }, report) {
    const shown = address.length > LONGEST ? `${address.slice(0, LONGEST)}…` : address;
    const link = { link: `链接 ${shown}${pages > 1 ? `（${pages}个页面）` : ' '}` };
    const at = { ...spot, written: address };
    if (trouble) report(trouble, at, link);
    else if (status === 404 || status === 410) report('gone', at, link);
    else if (REFUSED.has(status)) report('refused', at, { ...link, status });
    else if (status < 200 || status > 299) report('failing', at, { ...link, status });
    else if (isElsewhere(address, landed)) report('moved', at, { ...link, host: new URL(landed).hostname.slice(0, 40) });
  },
});

/** Addresses are cut here; the finding's place has the whole. In characters. */
const LONGEST = 80;

/** Answers to a program that is not let in, be the page there or not. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 407, 429, 451, 999]);

/** Whether an address led to another site: names that have lapsed are often taken over (STD-LNK-06). */
function isElsewhere(address: Visit['address'], landed: string): boolean {
  const [from, to] = [address, landed].map((each) => new URL(each).hostname.replace(/^www\./u, ''));
  return from !== to && !from!.endsWith(`.${to}`) && !to!.endsWith(`.${from}`);
}
