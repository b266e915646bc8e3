import { createHash } from 'node:crypto';
import { toWithdrawnBody } from '../../../cms/model/withdrawn.ts';
import { toMinute } from '../../../cms/office/store/clock.ts';
import type { Forger, Parts } from './forger.ts';
import { byOffice, DAY, dated, edited, type Forgery, holding, newKey, own, said } from './forgeries.ts';

/** By somebody who has the office's key, too, and knows what is looked for. */
export const SUBTLE: Record<string, Forgery> = {
  // What an act leaves.
  并入一条已经下线的: (f, { second, third }) => merging(f, third, second.number),
  并入自己: (f, { merged }) => {
    const [, number = ''] = /^Index-Number: (.*)$/mu.exec(f.read(merged).message) ?? [];
    f.alter(merged, 'office', (parts) => said(parts, /^Merged-Into: .*$/mu, `Merged-Into: ${number}`));
  },
  并入时把别的旧地址指到别处: (f, { merged }) =>
    holding(f, merged, (tree) => edited(f, tree, 'redirects.yaml', /to: 990101003\/202603-00001/u, 'to: 990101101/202603-00001')),
  并入时删去别的旧地址: (f, { merged }) =>
    holding(f, merged, (tree) => edited(f, tree, 'redirects.yaml', /- from: \/old\/1\.html\n\s+to: .*\n/u, '')),
  并入以后旧地址不通: (f, { merged }) =>
    holding(f, merged, (tree) => f.withFiles(tree, { 'redirects.yaml': { bytes: f.text(`${merged}^1`, 'redirects.yaml') } })),
  用撤稿的名义换成别的正文: (f, { third }) => withdrawing(f, third, (text) => text.replace(/撤回原因：.*/u, '撤回原因：详见新办法。')),
  用撤稿的名义换标题: (f, { third }) => withdrawing(f, third, (text) => text.replace(/^title: .*$/mu, 'title: 另一个标题')),
  用撤稿的名义留下摘要: (f, { third }) => withdrawing(f, third, (text) => text.replace(/^title: .*$/mu, '$&\nsummary: 正文')),
  撤稿的日子另写一个: (f, { third }) => withdrawing(f, third, (text) => text.replace(/已于\d{4}年/u, '已于2019年')),
  用设置放一个改变取出方法的文件: (f) => setting(f, { '.gitattributes': { bytes: '* text=auto\n' } }),
  用设置放一个只差大小写的文件夹: (f) => setting(f, { 'Entries/school/index.md': { bytes: 'x\n' } }),
  用设置放一个只差大小写的单位: (f) => setting(f, { 'units/School.yaml': { bytes: 'x\n' } }),
  用设置放一个程序: (f) => setting(f, { 'hooks/run.sh': { bytes: '#!/bin/sh\n' } }),
  换回以前用过的密钥: (f) => {
    f.append({ author: byOffice(f), message: newKey(f.publicKey('other')) }, 'office');
    f.append({ author: byOffice(f), message: newKey(f.publicKey('office')) }, 'other');
  },
  // Who, when.
  发布的提交署别人: (f, { third }) => f.alter(third.commit, 'office', (parts) => by(parts, /<school-approval@/u, '<school-review@')),
  发布的提交换一个姓名: (f, { third }) => f.alter(third.commit, 'office', (parts) => by(parts, /^.*? </u, '某局长 <')),
  下线的提交换一个姓名: (f, { down }) => f.alter(down, 'office', (parts) => by(parts, /^.*? </u, '某局长 <')),
  草稿上签字的人换一个姓名: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => drafted(f, parts, (last) => by(last, /^.*? </u, '某局长 <'))),
  不是办公平台提交的: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => ({ ...parts, committer: parts.committer.replace('<office@', '<school-many@') })),
  换一个时区: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => ({
      ...parts,
      author: parts.author.replace('+0800', '-1100'),
      committer: parts.committer.replace('+0800', '-1100'),
    })),
  '写明时钟快了一秒，却倒填一天': (f, { down }) =>
    f.alter(down, 'office', (parts) => {
      const early = dated(parts, -DAY);
      return { ...early, message: `${early.message}Clock-Set-Back: 1\n` };
    }),
  时间没有倒退却写明时钟快了: (f, { down }) =>
    f.alter(down, 'office', (parts) => ({ ...parts, message: `${parts.message}Clock-Set-Back: 99999\n` })),
  不是编辑的人拟稿: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) =>
      said(
        drafted(
          f,
          parts,
          (last) => last,
          (save) => by(save, /^.*<school-many@/u, '试三 <county-office@'),
        ),
        /Drafted-By: school-many/u,
        'Drafted-By: county-office',
      ),
    ),
  没有编辑角色的人提交审核: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) =>
      drafted(
        f,
        parts,
        (last) => last,
        (save) => save,
        (submit) => by(submit, /^.*<[a-z0-9-]+@/u, '试人 <valley-editor@'),
      ),
    ),
  // What was signed, and for what.
  照搬以前的草稿和签字把内容改回旧的: (f, { first }) => republished(f, first.commit, first.folder),
  撤稿以后照搬以前的草稿恢复: (f, { third }) => {
    withdrawing(f, third, (text) => text);
    republished(f, third.commit, third.folder);
  },
  下线以后照搬以前的草稿恢复: (f, { second }) => republished(f, second.commit, second.folder),
  用别的单位的索引号: (f, { third }) => numbered(f, third, (number) => number.replace(/^990101003/u, '990101101')),
  用别的月份的索引号: (f, { third }) => numbered(f, third, (number) => number.replace(/\/\d{6}-/u, '/202501-')),
  发布到别的年份的文件夹: (f, { third }) => {
    const to = third.folder.replace(/\/\d{4}\//u, '/2019/');
    holding(f, third.commit, (tree) =>
      f.withFiles(tree, { [own(third.folder)]: undefined, [own(to)]: { bytes: f.text(third.commit, own(third.folder)) } }),
    );
    f.alter(at(f, third.commit), 'office', (parts) => said(parts, `Entry: ${third.folder}`, `Entry: ${to}`));
  },
  用YAML的写法藏一个发布日期: (f, { third }) => {
    const { publishedAt: minute, folder } = third;
    const [line, early] = [`published_at: '${minute}'\n`, minute.replace(/^\d{4}/u, '2019')];
    const hidden = (tree: string) =>
      edited(f, tree, own(folder), line, `summary: "一\u2028published_at: ${minute}\u2028二"\n"published\\u005fat": '${early}'\n`);
    holding(f, third.commit, hidden);
    f.alter(at(f, third.commit), 'office', (parts) => {
      const sha256 = f.digest(parts.tree, folder);
      return { ...parts, message: parts.message.replaceAll(/sha256=[0-9a-f]{64}/gu, `sha256=${sha256}`) };
    });
  },
  // How it is written.
  提交说明的标题写成别的事: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /^发布/u, '撤稿')),
  提交说明里多写一句话: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /$/u, '经县长同意\n')),
  提交说明里写一个全角冒号的签字: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) =>
      said(parts, /^(Sign-Off: role=review.*)$/mu, '$1\nSign-Off： role=office; person=county-office'),
    ),
  提交说明里写一个像是签字的字段: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) =>
      said(parts, /^(Sign-Off: role=review.*)$/mu, '$1\nSign‑Off: role=office; person=county-office'),
    ),
  提交说明里多一个没有见过的字段: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => said(parts, /$/u, 'Approved-By: county-office\n')),
  提交说明用回车换行: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => ({ ...parts, message: parts.message.replaceAll('\n', '\r\n') })),
  提交说明里藏一个空字符: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /^发布\n\n/u, '发布\n\n\0\n')),
  提交说明很长: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => said(parts, /^发布\n\n/u, `发布\n\n${'\n'.repeat(2_000_000)}`)),
  提交说明里用不换行的空格: (f, { third }) => f.alter(third.commit, 'office', (parts) => said(parts, /^Entry: /mu, 'Entry: \u00a0')),
  草稿上一次提交里写两个签字: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => drafted(f, parts, (last) => said(last, /^(Sign-Off: .*)\n/mu, '$1\n$1\n'))),
  草稿上签字的提交写成别的事: (f, { third }) =>
    f.alter(third.commit, 'office', (parts) => drafted(f, parts, (last) => said(last, /^签字/u, '意见'))),
};

const by = (parts: Parts, from: RegExp, to: string): Parts => ({ ...parts, author: parts.author.replace(from, to) });

/** An act once more, now. */
const again = (f: Forger, id: string) => {
  const stamp = f.read('refs/heads/main').committer.replace(/^.*> /u, '');
  const { author, message } = f.read(id);
  return { author: author.replace(/\d+ \+0800$/u, stamp), message };
};

/** The publication with other acts on its draft: the last sign-off, the first save, the submission. */
function drafted(
  f: Forger,
  parts: Parts,
  last: (parts: Parts) => Parts,
  save: (parts: Parts) => Parts = (each) => each,
  submit: (parts: Parts) => Parts = (each) => each,
): Parts {
  const rewrite = (id: string, isLast: boolean): string => {
    const each = f.read(id);
    if (!each.message.includes('Draft-Act: ')) return id;
    const before = { ...each, parents: [rewrite(each.parents[0]!, false), ...each.parents.slice(1)] };
    if (each.message.includes('Draft-Act: save')) return f.write(save(before), 'nobody');
    return f.write(each.message.includes('Draft-Act: submit') ? submit(before) : isLast ? last(before) : before, 'office');
  };
  return { ...parts, parents: [parts.parents[0]!, rewrite(parts.parents[1]!, true)] };
}

/** What a commit became when main was written anew. */
const at = (f: Forger, id: string): string => {
  const { message } = f.read(id);
  return f.main().find((each) => f.read(each).message === message)!;
};

/** 撤稿 of an entry that is online, as the office does it but for the text that is left. */
function withdrawing(f: Forger, { folder, number }: { folder: string; number: string }, change: (text: string) => string) {
  const head = f.read('refs/heads/main');
  const minute = toMinute(Number(/> (\d+) /u.exec(head.committer)![1]));
  const text = f.text('main', own(folder));
  const left = change(`${text.slice(0, text.indexOf('\n---', 3))}\n---\n\n${toWithdrawnBody('内容有误', minute)}`);
  const files = Object.fromEntries(namesOf(f, 'main', folder).map((path) => [path, undefined]));
  const tree = f.withFiles(f.withFiles(head.tree, files), { [own(folder)]: { bytes: left } });
  const person = 'school-approval';
  const trailers = [
    `Entry: ${folder}\nDrafted-By: ${person}`,
    `Sign-Off: role=approval; person=${person}; at=${minute}; sha256=${f.digest(tree, folder)}`,
    `Index-Number: ${number}\nWithdrawn: "内容有误"\n`,
  ];
  f.append({ author: named(head.committer, person, '试人'), tree, message: `撤稿\n\n${trailers.join('\n')}` }, 'office');
}

/** 并入 of an entry that is online into another, as the office does it. */
function merging(f: Forger, { folder, number }: { folder: string; number: string }, into: string) {
  const head = f.read('refs/heads/main');
  const minute = toMinute(Number(/> (\d+) /u.exec(head.committer)![1]));
  const files = Object.fromEntries(namesOf(f, 'main', folder).map((path) => [path, undefined]));
  const list = `${f.text('main', 'redirects.yaml')}- from: /i/${number.replace('-', '/')}.html\n  to: ${into}\n`;
  const tree = f.withFiles(head.tree, { ...files, 'redirects.yaml': { bytes: list } });
  const person = 'school-approval';
  const nothing = createHash('sha256').update('').digest('hex');
  const trailers = [
    `Entry: ${folder}\nDrafted-By: ${person}`,
    `Sign-Off: role=approval; person=${person}; at=${minute}; sha256=${nothing}`,
    `Index-Number: ${number}\nMerged-Into: ${into}\nMerged: "两条重复"\n`,
  ];
  f.append({ author: named(head.committer, person, '试人'), tree, message: `并入\n\n${trailers.join('\n')}` }, 'office');
}

const named = (committer: string, person: string, name: string) =>
  committer.replace(/^.*</u, `${name} <`).replace('<office@', `<${person}@`);

const namesOf = (f: Forger, tree: string, folder: string): string[] =>
  f
    .git(['ls-tree', '-r', '-z', '--name-only', tree, `${folder}/`])
    .split('\0')
    .filter(Boolean);

const setting = (f: Forger, files: Parameters<Forger['withFiles']>[1]) =>
  void f.append(
    {
      author: byOffice(f),
      tree: f.withFiles('main', files),
      message: '调整设置\n\nChanged-By: county-office\nSettings: "改"\n',
    },
    'office',
  );

/** What a publication published, published once more with the draft and the sign-offs of then. */
function republished(f: Forger, commit: string, folder: string) {
  const head = f.main().at(-1)!;
  const files = Object.fromEntries(namesOf(f, commit, folder).map((path) => [path, { id: f.git(['rev-parse', `${commit}:${path}`]) }]));
  f.append({ ...again(f, commit), tree: f.withFiles(head, files), parents: [head, f.read(commit).parents[1]!] }, 'office');
}

function numbered(
  f: Forger,
  { commit, folder, number }: { commit: string; folder: string; number: string },
  change: (number: string) => string,
) {
  const wanted = change(number);
  const book = (each: string) => `.numbers/${each.slice(0, 16)}`;
  const former = f.git(['show', `${commit}^1:${book(number)}`]);
  holding(f, commit, (tree) =>
    f.withFiles(edited(f, tree, own(folder), number, wanted), {
      [book(wanted)]: { bytes: `${Number(wanted.slice(17))}\n` },
      ...(f.text(tree, book(number)) === f.text(commit, book(number)) && { [book(number)]: { bytes: `${former}\n` } }),
    }),
  );
  f.alter(at(f, commit), 'office', (parts) => said(parts, number, wanted));
}
