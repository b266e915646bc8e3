import { isGovernment } from '../../../../cms/model/government.ts';
import { defineRule, warn } from '../../../rule.ts';
import { hostsIn } from '../hosts-in.ts';

/** The list that a county keeps in `lexicon/outside-hosts.yaml`: `word` is a host, which stands for all below it. */
const LIST = 'outside-hosts';

export default defineRule({
  id: 'links/outside-host',
  title: '通向非政府网站的链接都经过核对',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-INS-12'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    found: warn<{ host: string }>(({ host }) => `链接通向非政府网站 ${host}。核对后由信息办加入外链名单，或者删去。`),
  },
  check({ format, passages, lexicon }, report) {
    if (format !== 'markdown') return;
    const listed = (lexicon.get(LIST) ?? []).map(({ word }) => word.toLowerCase());
    for (const passage of passages)
      for (const { host, start, end } of hostsIn(passage))
        if (!isGovernment(host) && !listed.some((each) => host === each || host.endsWith(`.${each}`)))
          report('found', passage.spot(start, end), { host: host.slice(0, 24) });
  },
});
