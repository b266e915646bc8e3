import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { toMinute } from '../../../cms/office/store/clock.ts';
import { type makeOfficeHistory, PLACES } from '../../../cms/office/workflow/testing/office-history.ts';
import type { Forger, Parts } from './forger.ts';

type History = Awaited<ReturnType<typeof makeOfficeHistory>>;

/** What is forged, and how. What it gives back was printed as the chain's head before. */
export type Forgery = (forger: Forger, history: History) => unknown;

const later = (line: string, seconds: number) => line.replace(/> (\d+) /u, (_, at) => `> ${Number(at) + seconds} `);
export const dated = (parts: Parts, seconds: number): Parts => ({
  ...parts,
  author: later(parts.author, seconds),
  committer: later(parts.committer, seconds),
});
export const said = (parts: Parts, from: string | RegExp, to: string): Parts => {
  const message = parts.message.replace(from, to);
  if (message === parts.message) throw new Error(`the message has no ${from}`);
  return { ...parts, message };
};
export const own = (folder: string) => `${folder}/index.md`;
export const edited = (forger: Forger, tree: string, path: string, from: string | RegExp, to: string) => {
  const text = forger.text(tree, path);
  const bytes = text.replace(from, to);
  if (bytes === text) throw new Error(`${path} has no ${from}`);
  return forger.withFiles(tree, { [path]: { bytes } });
};
/** Changes files in a commit and in all after it. */
export const holding = (forger: Forger, from: string, change: (tree: string) => string) => {
  let isReached = false;
  forger.replay('office', (parts, id) => {
    isReached ||= id === from;
    return isReached ? { ...parts, tree: change(parts.tree) } : parts;
  });
};
export const DAY = 86_400;

/** By somebody who can write in the repository but has not the office's key. */
export const OUTSIDE: Record<string, Forgery> = {
  '不签名，直接改已经发布的正文': (f, { third }) =>
    void f.append({ tree: edited(f, 'main', own(third.folder), '第三条', '第三桩'), message: '改\n' }, 'nobody'),
  '不签名，照着写一份责任记录': (f, { third }) => f.append({ message: f.read(third.commit).message }, 'nobody'),
  照搬另一次提交的签名: (f, { third }) => f.append({ signature: f.read(third.commit).signature }, 'as before'),
  签名以后改发布的时间: (f, { third }) => f.alter(third.commit, 'as before', (parts) => dated(parts, -DAY)),
  签名以后改紧急发布的原因: (f, { urgent }) =>
    void f.alter(urgent.commit, 'as before', (parts) => said(parts, /^Emergency: .*$/mu, 'Emergency: "领导要求"')),
  签名以后换一个补审的人: (f, { reviewed }) =>
    void f.alter(reviewed.review, 'as before', (parts) => said(parts, 'person=school-review', 'person=school-many')),
  签名以后改责任记录: (f, { third }) =>
    void f.alter(third.commit, 'as before', (parts) => said(parts, 'person=school-review', 'person=school-many')),
  签名以后换掉附件: (f, { again }) =>
    void f.alter(again.commit, 'as before', (parts) => ({
      ...parts,
      tree: f.withFiles(parts.tree, { [`${again.folder}/名单.txt`]: { bytes: '甲\n' } }),
    })),
  用另一把密钥重新签整条链: (f) => f.replay('other', undefined, true),
  用另一把密钥签一次发布: (f, { third }) => f.alter(third.commit, 'other', (parts) => parts, 'office'),
  '夹进一次没有签名的提交，后面照常': (f, { third }) => f.alter(third.commit, 'nobody', (parts) => parts, 'office'),
  整条链没有签名: (f) => f.replay('nobody', undefined, true),
  删去最后一次提交: (f) => {
    const head = f.main().at(-1)!;
    f.moveMain(f.read(head).parents[0]!);
    return head;
  },
  换成另一个仓库的链: (f) => {
    f.replay('other', (parts) => dated(parts, 60));
    return f.git(['rev-parse', 'refs/heads/main']).replace(/^./u, (digit) => (digit === '0' ? '1' : '0'));
  },
  放一个替换对象: (f, { third }) => {
    const fake = f.write(said(f.read(third.commit), 'person=school-review', 'person=school-many'), 'nobody');
    f.git(['update-ref', `refs/replace/${third.commit}`, fake]);
  },
  放一个嫁接文件: (f, { third, second }) => put(f, 'info/grafts', `${third.commit} ${second.commit}\n`),
  标成浅克隆: (f, { second }) => put(f, 'shallow', `${second.commit}\n`),
  从别处借用对象: (f) => put(f, 'objects/info/alternates', '/nowhere/objects\n'),
  标成部分克隆: (f) => f.git(['config', 'remote.origin.promisor', 'true']),
  删去一个早先的提交对象: (f, { first }) => rmSync(f.pathOf(first.commit), { force: true }),
  删去一份已经发布的附件: (f, { again }) =>
    rmSync(f.pathOf(f.git(['rev-parse', `${again.commit}:${again.folder}/名单.txt`])), { force: true }),
  在同一个编号下放别的提交: (f, { third }) => {
    const text = `tree ${f.read(third.commit).tree}\nauthor a <a@b> 1 +0800\ncommitter a <a@b> 1 +0800\n\n改\n`;
    overwrite(f, third.commit, `commit ${Buffer.byteLength(text)}\0${text}`);
  },
  在同一个编号下放别的附件: (f, { again }) =>
    overwrite(f, f.git(['rev-parse', `${again.commit}:${again.folder}/名单.txt`]), 'blob 4\0甲\n'),
  '另一把密钥自称清除过，改写以后照常签': (f) => {
    const mark = `Rewritten-From: ${'1'.repeat(40)}\n`;
    f.append({ author: byOffice(f), message: `调整设置\n\nChanged-By: county-office\nSettings: "改"\n${mark}` }, 'other');
    f.append({ author: byOffice(f), message: `清除\n\nEntry: x\nChanged-By: county-office\nPurged: "误发"\n${mark}` }, 'other');
  },
  另一把密钥自称办公平台的密钥遗失: (f) => {
    f.append({ author: byOffice(f), message: newKey(f.publicKey('other'), 'lost') }, 'other');
    f.append({ author: byOffice(f), message: '调整设置\n\nChanged-By: county-office\nSettings: "改"\n' }, 'other');
  },
  '自称遗失，由没有登记过的密钥签名': (f) =>
    void f.append({ author: byOffice(f), message: newKey(f.publicKey('office'), 'lost') }, 'other'),
  在自己的链条末尾写上办公平台的公钥: (f) => {
    f.replay('other', undefined, true);
    f.append({ author: byOffice(f), message: newKey(f.publicKey('office')) }, 'other');
  },
};

/** By somebody who has the office's key, too, or rules the machine on which it works. */
export const INSIDE: Record<string, Forgery> = {
  倒填时间: (f, { third }) => f.alter(third.commit, 'office', (parts) => dated(parts, -DAY)),
  发布时给自己写的内容加上原网站的日期: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      tree: edited(f, parts.tree, own(third.folder), /^---\n/u, "---\nimported:\n  'on': '2026-01-01'\n  claimed_on: '2019-05-06'\n"),
    })),
  填还没有到的时间: (f, { down }) => f.alter(down, 'office', (parts) => dated(parts, 2 * DAY)),
  作者的时间另写一个: (f, { third }) => f.alter(third.commit, 'office', (parts) => ({ ...parts, author: later(parts.author, -DAY) })),
  页面上写一个早几天的发布日期: (f, { third }) => {
    const minute = third.publishedAt;
    const early = minute.replace(/^\d{4}/u, (year) => String(Number(year) - 1));
    f.alter(third.commit, 'office', (parts) =>
      said(
        { ...parts, tree: edited(f, parts.tree, own(third.folder), minute, early) },
        `Published-At: ${minute}`,
        `Published-At: ${early}`,
      ),
    );
  },
  抽掉中间一次发布: (f, { third }) => {
    f.replay('office', (parts, id) => (id === third.commit ? undefined : parts));
    return third.commit;
  },
  抽掉一次任命: (f, { appointed }) => f.replay('office', (parts, id) => (id === appointed ? undefined : parts)),
  调换两次提交的次序: (f, { withdrawn }) => f.alter(withdrawn, 'office', (parts) => dated(parts, 5 * 60)),
  没有接收内容库: (f) => f.replay('office', (parts) => (parts.message.includes('Taken-Over') ? undefined : parts)),
  接收内容库时改动内容: (f) => {
    const id = f.main()[1]!;
    f.alter(id, 'office', (parts) => ({ ...parts, tree: edited(f, parts.tree, own(PLACES.stock), '第1次', '第2次') }));
  },
  再接收一次: (f) =>
    void f.append({ tree: edited(f, 'main', 'portal.yaml', '试验县', '别的县'), message: '接收内容库\n\nTaken-Over: "存量"\n' }, 'office'),
  撤稿时并入另一条线: (f, { withdrawn, first }) =>
    void f.alter(withdrawn, 'office', (parts) => ({ ...parts, parents: [...parts.parents, first.commit] })),
  发布并入第三条线: (f, { third, first }) =>
    void f.alter(third.commit, 'office', (parts) => ({ ...parts, parents: [...parts.parents, first.commit] })),
  发布不带草稿: (f, { third }) => f.alter(third.commit, 'office', (parts) => ({ ...parts, parents: parts.parents.slice(0, 1) })),
  发布带上旧的发布当草稿: (f, { third, first }) =>
    void f.alter(third.commit, 'office', (parts) => ({ ...parts, parents: [parts.parents[0]!, first.commit] })),
  发布带上另一条的草稿: (f, { third, first }) =>
    void f.alter(third.commit, 'office', (parts) => ({ ...parts, parents: [parts.parents[0]!, f.read(first.commit).parents[1]!] })),
  发布时顺手改另一条: (f, { third, first }) => holding(f, third.commit, (tree) => edited(f, tree, own(first.folder), '正文', '错文')),
  发布时顺手改设置: (f, { third }) => holding(f, third.commit, (tree) => edited(f, tree, 'portal.yaml', '试验县的', '别处的')),
  调整设置时顺手改条目: (f, { dismissed, first }) => holding(f, dismissed, (tree) => edited(f, tree, own(first.folder), '正文', '错文')),
  调整设置时改编号簿: (f, { dismissed, first }) =>
    holding(f, dismissed, (tree) => f.withFiles(tree, { [`.numbers/${first.number.slice(0, 16)}`]: { bytes: '0\n' } })),
  放一个链接: (f, { third }) =>
    holding(f, third.commit, (tree) => f.withFiles(tree, { [`${third.folder}/a.txt`]: { mode: '120000', bytes: '/etc/passwd' } })),
  放一个子模块: (f, { third }) =>
    holding(f, third.commit, (tree) => f.withFiles(tree, { [`${third.folder}/a.txt`]: { mode: '160000', id: '1'.repeat(40) } })),
  放一个可以运行的文件: (f, { third }) =>
    holding(f, third.commit, (tree) => f.withFiles(tree, { [`${third.folder}/a.txt`]: { mode: '100755', bytes: 'x' } })),
  放两个只差大小写的文件: (f, { third }) =>
    holding(f, third.commit, (tree) =>
      f.withFiles(tree, { [`${third.folder}/a.txt`]: { bytes: 'x' }, [`${third.folder}/A.txt`]: { bytes: 'y' } }),
    ),
  在条目里再放一层文件夹: (f, { third }) =>
    holding(f, third.commit, (tree) => f.withFiles(tree, { [`${third.folder}/inner/a.txt`]: { bytes: 'x' } })),
  一个文件夹里放两个同名的: (f, { third }) => f.alter(third.commit, 'office', (parts) => ({ ...parts, tree: doubled(f, parts.tree) })),
  提交里多写一行: (f, { third }) => f.alter(third.commit, 'office', (parts) => ({ ...parts, more: 'encoding GBK\n' })),
  没有责任记录: (f, { down }) => f.alter(down, 'office', (parts) => ({ ...parts, message: '改\n' })),
  一次发布记两个条目: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, /^Entry: .*$/mu, `$&\nEntry: ${PLACES.stock}`)),
  签字写得不合规矩: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /sha256=[0-9a-f]{60}/u, 'sha256=')),
  条目写到别处去: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, /^Entry: .*$/mu, 'Entry: entries/../units')),
  记录写另一个索引号: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /^(Index-Number: .*)\d$/mu, '$19')),
  记录写另一个发布日期: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, /^Published-At: 20\d\d/mu, 'Published-At: 2020')),
  改正时换索引号: (f, { again }) =>
    void f.alter(again.commit, 'office', (parts) =>
      said(
        { ...parts, tree: edited(f, parts.tree, own(again.folder), /(index_number: .*-)\d+/u, '$100009') },
        /^(Index-Number: .*-)\d+$/mu,
        '$100009',
      ),
    ),
  更正说明写成别的: (f, { again }) =>
    f.alter(again.commit, 'office', (parts) => said(parts, /^Correction: .*$/mu, 'Correction: "改了几个字"')),
  更正不留说明: (f, { again }) => f.alter(again.commit, 'office', (parts) => said(parts, /^Correction: .*\n/mu, '')),
  '说是更正，签的内容里没有': (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, /^Published-At: .*$/mu, '$&\nCorrection: "改了几个字"')),
  改正时换发布日期: (f, { again }) =>
    void f.alter(again.commit, 'office', (parts) =>
      said(
        { ...parts, tree: edited(f, parts.tree, own(again.folder), /(published_at: .*)20\d\d/u, '$12020') },
        /^Published-At: 20\d\d/mu,
        'Published-At: 2020',
      ),
    ),
  再用一次用过的索引号: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) =>
      said(
        { ...parts, tree: edited(f, parts.tree, own(third.folder), /(index_number: .*-)\d+/u, '$100002') },
        /^(Index-Number: .*-)\d+$/mu,
        '$100002',
      ),
    ),
  编号簿不记: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      tree: f.withFiles(parts.tree, { [`.numbers/${third.number.slice(0, 16)}`]: undefined }),
    })),
  缺签发: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /^Sign-Off: role=approval.*\n/mu, '')),
  缺保密审查: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /^Sign-Off: role=secrecy.*\n/mu, '')),
  签字以后改正文: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({ ...parts, tree: edited(f, parts.tree, own(third.folder), '正文', '错文') })),
  签字以后换附件: (f, { again }) =>
    void f.alter(again.commit, 'office', (parts) => ({
      ...parts,
      tree: f.withFiles(parts.tree, { [`${again.folder}/名单.txt`]: { bytes: '甲\n' } }),
    })),
  签字以后加附件: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      tree: f.withFiles(parts.tree, { [`${third.folder}/a.txt`]: { bytes: 'x' } }),
    })),
  发布的条目没有正文文件: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({ ...parts, tree: f.withFiles(parts.tree, { [own(third.folder)]: undefined }) })),
  拟稿人自己审核: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, 'person=school-review', 'person=school-many')),
  另一个改过稿的人审核: (f, { first }) =>
    void f.alter(first.commit, 'office', (parts) => said(parts, 'person=school-review', 'person=school-editor2')),
  记录里略去一个改过稿的人: (f, { first }) => f.alter(first.commit, 'office', (parts) => said(parts, /^Edited-By: .*\n/mu, '')),
  记录换一个拟稿人: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, 'Drafted-By: school-many', 'Drafted-By: school-editor')),
  没有拟稿人: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /^Drafted-By: .*\n/mu, '')),
  一个人签两个角色: (f, { second }) =>
    void f.alter(second.commit, 'office', (parts) =>
      said(parts, 'person=school-late', 'person=school-many').message.includes('school-many')
        ? said(said(parts, 'person=school-late', 'person=school-many'), 'person=school-secrecy', 'person=school-many')
        : parts,
    ),
  '签字时还没有角色，后来才有': (f, { second }) =>
    void f.alter(second.commit, 'office', (parts) => said(parts, /(person=school-late; at=)20\d\d/u, '$12020')),
  任命以前就签了: (f, { first }) =>
    void f.alter(first.commit, 'office', (parts) => said(parts, 'person=school-review', 'person=school-late')),
  免职以后还签: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, 'person=school-review', 'person=school-late')),
  别的单位的人签: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, 'person=school-approval', 'person=valley-approval')),
  没有这个人: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, 'person=school-approval', 'person=nobody')),
  发布以后才签: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /(role=approval.* at=)20\d\d/u, '$12999')),
  多一个不相干的签字: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, /^(Sign-Off: role=)approval(.*)\n/mu, '$&$1office$2\n')),
  草稿上的签字没有签名: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      parents: [parts.parents[0]!, f.write(f.read(parts.parents[1]!), 'nobody')],
    })),
  草稿从别处的版本写起: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({ ...parts, parents: [parts.parents[0]!, rebased(f, parts.parents[1]!)] })),
  草稿上签字的提交改了正文: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      parents: [
        parts.parents[0]!,
        f.write(
          { ...f.read(parts.parents[1]!), tree: edited(f, f.read(parts.parents[1]!).tree, own(PLACES.third), '正文', '错文') },
          'office',
        ),
      ],
    })),
  草稿上签字的是另一个人: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      parents: [parts.parents[0]!, f.write(said(f.read(parts.parents[1]!), 'person=school-approval', 'person=county-approval'), 'office')],
    })),
  紧急发布只有一名值班人员签字: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, /^Sign-Off: role=watch; person=county-watch.*\n/mu, '')),
  紧急发布由一名值班人员签两次: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, 'person=county-watch', 'person=school-many')),
  拟稿人自己紧急发布: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, 'Drafted-By: school-editor', 'Drafted-By: school-many')),
  别的单位的值班人员紧急发布: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, 'person=county-watch', 'person=valley-watch')),
  那一天不值班的人紧急发布: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, 'person=county-watch', 'person=school-watch2')),
  不担任值班的人紧急发布: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, 'person=county-watch', 'person=school-review')),
  平常的发布说成紧急发布: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, /^Published-At: .*$/mu, '$&\nEmergency: "汛情紧急"')),
  紧急发布不写明是紧急发布: (f, { urgent }) => f.alter(urgent.commit, 'office', (parts) => said(parts, /^Emergency: .*\n/mu, '')),
  紧急发布换一个原因: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, /^Emergency: .*$/mu, 'Emergency: "领导要求"')),
  '前天的值班签字，今天才凑齐紧急发布': (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => {
      const second = f.read(parts.parents[1]!);
      const first = dated(f.read(second.parents[0]!), -2 * DAY);
      const at = toMinute(Number(/> (\d+) /u.exec(first.committer)![1]));
      const moved = (each: Parts) => said(each, /(role=watch; person=school-many; at=)[^;]*/u, `$1${at}`);
      const draft = f.write({ ...second, parents: [f.write(moved(first), 'office')] }, 'office');
      return { ...moved(parts), parents: [parts.parents[0]!, draft] };
    }),
  紧急发布签字以后改正文: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => ({ ...parts, tree: edited(f, parts.tree, own(urgent.folder), '正文', '错文') })),
  用值班的签字顶替审核: (f, { third }) =>
    void f.alter(third.commit, 'office', (parts) => said(parts, 'role=review; person=school-review', 'role=watch; person=school-watch')),
  紧急发布夹一个平常的签字: (f, { urgent }) =>
    void f.alter(urgent.commit, 'office', (parts) => said(parts, 'role=watch; person=county-watch', 'role=review; person=school-review')),
  值班签过字的人补审: (f, { reviewed }) =>
    void f.alter(reviewed.review, 'office', (parts) => reviewedBy(parts, 'school-review', 'school-many')),
  拟稿人补审: (f, { reviewed }) => void f.alter(reviewed.review, 'office', (parts) => reviewedBy(parts, 'school-review', 'school-editor')),
  别的单位的人补审: (f, { reviewed }) =>
    void f.alter(reviewed.review, 'office', (parts) => reviewedBy(parts, 'school-review', 'valley-review')),
  用别人的名义补审: (f, { reviewed }) =>
    void f.alter(reviewed.review, 'office', (parts) => ({ ...parts, author: parts.author.replace('school-review@', 'school-editor@') })),
  一个人补审两个角色: (f, { reviewed }) =>
    void f.alter(reviewed.secrecy, 'office', (parts) => reviewedBy(parts, 'school-secrecy', 'school-review')),
  一个角色补审两次: (f, { reviewed }) => void f.alter(reviewed.secrecy, 'office', (parts) => said(parts, 'role=secrecy', 'role=review')),
  '没有保密审查，签发就补审': (f, { reviewed }) => f.replay('office', (parts, id) => (id === reviewed.secrecy ? undefined : parts)),
  补审写两个签字: (f, { reviewed }) =>
    void f.alter(reviewed.review, 'office', (parts) => said(parts, /^(Sign-Off: role=)review(.*)\n/mu, '$&$1secrecy$2\n')),
  补审签的不是网上的内容: (f, { reviewed }) =>
    void f.alter(reviewed.review, 'office', (parts) => said(parts, /sha256=[0-9a-f]{4}/u, 'sha256=0000')),
  补审时改了正文: (f, { reviewed, urgent }) =>
    void f.alter(reviewed.review, 'office', (parts) => ({ ...parts, tree: edited(f, parts.tree, own(urgent.folder), '正文', '错文') })),
  补审平常发布的内容: (f, { reviewed, third, urgent }) => void f.append(confirming(f, reviewed.review, urgent, third), 'office'),
  补审通过以后再补审: (f, { reviewed, urgent }) => void f.append(confirming(f, reviewed.review, urgent, urgent), 'office'),
  补审没有签名: (f, { reviewed }) => f.alter(reviewed.review, 'nobody', (parts) => parts, 'office'),
  抽掉一次补审: (f, { reviewed }) => {
    f.replay('office', (parts, id) => (id === reviewed.review ? undefined : parts));
    return reviewed.review;
  },
  值班签过字的人撤下紧急发布的内容: (f, { offAgain }) =>
    void f.alter(offAgain, 'office', (parts) => said(reviewedBy(parts, 'school-review', 'school-watch'), 'role=review', 'role=watch')),
  审核人撤下平常发布的内容: (f, { withdrawn }) =>
    void f.alter(withdrawn, 'office', (parts) =>
      said(reviewedBy(parts, 'school-approval', 'school-review'), 'role=approval', 'role=review'),
    ),
  签发定的时间没到就发布: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      parents: [
        parts.parents[0]!,
        f.write(said(f.read(parts.parents[1]!), /^Sign-Off: .*$/mu, '$&\nPublish-At: 2999-01-01 09:00'), 'office'),
      ],
    })),
  没有角色的人下线: (f, { down }) =>
    void f.alter(down, 'office', (parts) =>
      said(
        said(
          { ...parts, author: parts.author.replace('county-office@', 'school-editor@') },
          'person=county-office',
          'person=school-editor',
        ),
        'Drafted-By: county-office',
        'Drafted-By: school-editor',
      ),
    ),
  用别人的名义下线: (f, { down }) =>
    void f.alter(down, 'office', (parts) => ({ ...parts, author: parts.author.replace('county-office@', 'school-editor@') })),
  撤稿时留下别的话: (f, { withdrawn }) =>
    void f.alter(withdrawn, 'office', (parts) => ({ ...parts, tree: edited(f, parts.tree, own(PLACES.stock), '内容有误', '没有错误') })),
  撤稿时换发布日期: (f, { withdrawn }) =>
    void f.alter(withdrawn, 'office', (parts) => ({
      ...parts,
      tree: edited(f, parts.tree, own(PLACES.stock), '2026-03-02 09:30', '2026-03-12 09:30'),
    })),
  下线却留着页面: (f, { down, second }) => {
    const { tree } = f.read(f.read(down).parents[0]!);
    f.alter(down, 'office', (parts) => ({ ...parts, tree: edited(f, tree, own(second.folder), '正文', '错文') }));
  },
  并入时顺手改设置: (f, { merged }) => holding(f, merged, (tree) => edited(f, tree, 'portal.yaml', '试验县的', '别处的')),
  并入一条没有的: (f, { merged }) => f.alter(merged, 'office', (parts) => said(parts, /^(Merged-Into: .*-)\d+$/mu, '$109999')),
  不在信息办的人调整设置: (f, { dismissed }) =>
    void f.alter(dismissed, 'office', (parts) =>
      said(
        { ...parts, author: parts.author.replace('county-office@', 'school-editor@') },
        'Changed-By: county-office',
        'Changed-By: school-editor',
      ),
    ),
  '更换密钥，密钥写得不对': (f) => void f.append({ author: byOffice(f), message: newKey('ssh-ed25519 AAAA') }, 'office'),
  '写明失窃，却由失窃的密钥签名': (f) => void f.append({ author: byOffice(f), message: newKey(f.publicKey('other'), 'stolen') }, 'office'),
  登记备用密钥时改动内容: (f) =>
    void f.append(
      {
        author: byOffice(f),
        tree: edited(f, 'main', 'portal.yaml', '试验县的', '别处的'),
        message: `登记备用密钥\n\nChanged-By: county-office\nBackup-Key: ${f.publicKey('other')}\n`,
      },
      'office',
    ),
  更换密钥时改动内容: (f) =>
    void f.append(
      {
        author: byOffice(f),
        tree: edited(f, 'main', 'portal.yaml', '试验县的', '别处的'),
        message: newKey(f.publicKey('other')),
      },
      'office',
    ),
  换了密钥又用旧的签: (f) => {
    f.append({ author: byOffice(f), message: newKey(f.publicKey('other')) }, 'office');
    f.append(
      {
        author: byOffice(f),
        tree: edited(f, 'main', 'portal.yaml', '试验县的', '别处的'),
        message: '调整设置\n\nChanged-By: county-office\nSettings: "改"\n',
      },
      'office',
    );
  },
};

/** The same act as if somebody else had done it alone. */
const reviewedBy = (parts: Parts, from: string, to: string): Parts =>
  said(
    said({ ...parts, author: parts.author.replace(`${from}@`, `${to}@`) }, `person=${from}`, `person=${to}`),
    `Drafted-By: ${from}`,
    `Drafted-By: ${to}`,
  );

/** A review afterwards once more, of what another entry has. */
const confirming = (f: Forger, id: string, from: { folder: string; number: string }, to: { folder: string; number: string }) => {
  const { author, message } = f.read(id);
  const stamp = f.read('refs/heads/main').committer.replace(/^.*> /u, '');
  return {
    author: author.replace(/\d+ \+0800$/u, stamp),
    message: message.replace(from.folder, to.folder).replace(from.number, to.number),
  };
};

export const byOffice = (f: Forger) =>
  f.read('refs/heads/main').committer.replace(/^.*</u, '试三 <').replace('<office@', '<county-office@');

function put(f: Forger, path: string, text: string) {
  mkdirSync(dirname(join(f.path, path)), { recursive: true });
  writeFileSync(join(f.path, path), text);
}

function overwrite(f: Forger, id: string, bytes: string) {
  rmSync(f.pathOf(id));
  writeFileSync(f.pathOf(id), deflateSync(Buffer.from(bytes)));
}

/** The tree with its first item twice. */
function doubled(f: Forger, tree: string): string {
  const bytes = execFileSync('git', ['-C', f.path, 'cat-file', 'tree', tree]);
  const end = bytes.indexOf(0) + 21;
  return f.put('tree', Buffer.concat([bytes.subarray(0, end), bytes]));
}

/** A draft begun on a commit that is none of main's. */
function rebased(f: Forger, head: string): string {
  const parts = f.read(head);
  if (!parts.message.includes('Draft-Act: ')) return f.write({ ...parts, message: '别处的版本\n', parents: [] }, 'nobody');
  return f.write({ ...parts, parents: [rebased(f, parts.parents[0]!)] }, 'office');
}

export const newKey = (key: string, loss = '') =>
  `更换签名密钥\n\nChanged-By: county-office\nNew-Key: ${key}\n${loss === '' ? '' : `Key-Lost: ${loss}\n`}`;
