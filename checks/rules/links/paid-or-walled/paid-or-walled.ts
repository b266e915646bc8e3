import { block, defineRule, warn } from '../../../rule.ts';
import { hostsIn } from '../hosts-in.ts';
import { PAID, SHARES, WALL_PATH, WALL_WORDS } from './walls.ts';

export default defineRule({
  id: 'links/paid-or-walled',
  title: '主动公开的内容不收费，不要登录就能看、能下载',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第四十二条' },
    { law: '中华人民共和国政府信息公开条例', article: '第二十四条' },
  ],
  standards: ['STD-FEE-01', 'STD-FEE-04', 'STD-SEED-09'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    paid: block<{ host: string }>(({ host }) => `链接通向收费文库 ${host}。把文件作为附件放在本站，免费下载。`),
    share: block<{ host: string }>(({ host }) => `链接通向网盘 ${host}，要登录或者限速。把文件作为附件放在本站。`),
    login: warn(() => '链接通向登录页。公开的内容不要登录就能看，换成直接的网址或者附件。'),
    words: warn(({ where }) => `${where}说下载要付费、登录或者提取码。把文件作为附件放在本站，直接下载。`),
  },
  check({ format, passages }, report) {
    if (format !== 'markdown') return;
    for (const passage of passages) {
      for (const { host, url, start, end } of hostsIn(passage)) {
        const spot = passage.spot(start, end);
        if (isBelow(host, PAID)) report('paid', spot, { host: host.slice(0, 24) });
        else if (isBelow(host, SHARES)) report('share', spot, { host: host.slice(0, 24) });
        else if (WALL_PATH.test(url)) report('login', spot);
      }
      const words = passage.kind === 'link' ? undefined : WALL_WORDS.exec(passage.text);
      if (words) report('words', passage.spot(words.index, words.index + words[0].length));
    }
  },
});

const isBelow = (host: string, hosts: readonly string[]) => hosts.some((each) => host === each || host.endsWith(`.${each}`));
