import { mayAllow } from '../../../responsible.ts';
import { block, defineRule, warn } from '../../../rule.ts';
import { isTooLong } from '../../../waiver.ts';

export default defineRule({
  id: 'responsibility/waivers-hold',
  title: '每个豁免都由有权的人签名，没有过期，正在使用',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十七条' }],
  standards: ['STD-FOI-09', 'STD-SEED-03'],
  scope: 'library',
  sensitive: false,
  waivable: false,
  messages: {
    unreadable: block(({ where }) => `${where}读不出来，缺少项目，或者日期没有写成“年-月-日”。照豁免说明的样子重写。`),
    unknown: block<{ rule: string }>(({ rule }) => `没有 ${rule} 这条规则。改正“rule”，照检查结果里的写。`),
    unwaivable: block<{ rule: string }>(({ rule }) => `规则 ${rule} 不能豁免。改正内容，删去这个豁免。`),
    unauthorised: block<{ person: string }>(({ person }) => `账号 ${person} 没有保密审查或信息办的角色。由有权的人签名。`),
    unsigned: block<{ person: string }>(({ person }) => `没有 ${person} 对现在这个文件的签名。由本人重新签名。`),
    long: block(() => '豁免最长一年。改正“until”，由本人重新签名；到期还要，再签一个。'),
    expired: warn<{ until: string }>(({ until }) => `这个豁免 ${until} 已经到期。改正内容，或者重新签一个。`),
    early: warn<{ from: string }>(({ from }) => `这个豁免从 ${from} 起才有效。核对“allowed_on”。`),
    unused: warn(() => '没有检查结果用到这个豁免。删去，或者核对“path”和“fingerprint”。'),
  },
  check({ library, today, waivers, badWaivers, spotOf }, report) {
    for (const file of badWaivers) report('unreadable', { where: '豁免文件', written: '', file });
    const allowing = new Set(
      library
        .units()
        .flatMap(({ people }) => people.filter(mayAllow))
        .map(({ id }) => id),
    );
    for (const { file, rule, allowed_by: person, allowed_on: from, until, isSigned, isUsed, isWaivable } of waivers) {
      const at = (field: string) => spotOf(file, field);
      if (isWaivable === undefined) report('unknown', at('rule'), { rule: rule.slice(0, 30) });
      else if (!isWaivable) report('unwaivable', at('rule'), { rule });
      if (!allowing.has(person)) report('unauthorised', at('allowed_by'), { person: person.slice(0, 30) });
      else if (!isSigned) report('unsigned', at('allowed_by'), { person });
      if (isTooLong({ allowed_on: from, until })) report('long', at('until'));
      else if (until < today) report('expired', at('until'), { until: until.slice(0, 10) });
      else if (from > today) report('early', at('allowed_on'), { from: from.slice(0, 10) });
      else if (!isUsed) report('unused', at('fingerprint'));
    }
  },
});
