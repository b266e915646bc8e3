import { signOffsFor } from '../../../../cms/model/sign-offs.ts';
import { ROLES } from '../../../../cms/model/unit.ts';
import { block, defineRule } from '../../../rule.ts';
import { judgeSignOffs } from './judge-sign-offs.ts';

export default defineRule({
  id: 'responsibility/signed-off',
  title: '发布的每个字都有审核、保密审查和签发的人负责',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十七条' }, { law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-REV-01', 'STD-REV-02', 'STD-REV-03', 'STD-SEED-03', 'STD-SEC-05', 'STD-FOI-09'],
  scope: 'change',
  sensitive: false,
  waivable: false,
  messages: {
    missing: block(() => '没有这条内容的责任记录。从办公平台提交，由有权的人签发。'),
    unauthored: block(() => '责任记录没有写明拟稿人。从办公平台重新提交。'),
    unsigned: block<{ role: string }>(({ role }) => `缺少“${role}”对现在内容的签字。由有这个角色的人签字。`),
    changed: block<{ role: string }>(({ role }) => `“${role}”签字以后内容又改过。由本人看过现在的内容，重新签字。`),
    unauthorised: block<{ role: string; person: string }>(
      ({ role, person }) => `账号 ${person} 没有“${role}”的角色。由有这个角色的人签字。`,
    ),
    author: block<{ role: string }>(({ role }) => `“${role}”和拟稿人是同一个人。换一个人签字。`),
    gone: block(() => '已经公开的内容不能在这里撤下。在办公平台办理撤稿、下线或者并入，写明原因。'),
    same: block<{ role: string }>(({ role }) => `“${role}”和另一个签字的是同一个人。换一个人签字。`),
  },
  check({ entries, records, people, isSigned, acts }, report) {
    if (!isSigned || acts) return;
    for (const { folder, before, after, digest, spotOf } of entries) {
      const spot = spotOf('title');
      if (before?.isPublic && !after?.isPublic) report('gone', spot);
      if (!after?.isPublic) continue;
      const record = records.findLast(({ entry }) => entry === folder);
      const needed = signOffsFor(after.type);
      if (!record) report('missing', spot);
      else if (record.author === '') report('unauthored', spot);
      else
        for (const { fault, role, person } of judgeSignOffs(record, needed, digest, people.ofUnit(after.unit) ?? []))
          report(fault, spot, { role: ROLES[role], person: person.slice(0, 20) });
    }
  },
});
