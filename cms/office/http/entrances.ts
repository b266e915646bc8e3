import { isOffice, type Person } from '../store/people.ts';

/** A place in the office where somebody works. */
export interface Entrance {
  href: string;
  name: string;
  /** What is done there. */
  words: string;
  isFor(person: Person): boolean;
}

/** Each area that is built, in the order in which work goes through them. */
const ENTRANCES: readonly Entrance[] = [
  {
    href: '/edit',
    name: '写稿',
    words: '写本单位的稿件，修改已经发布的内容，提交审核。',
    isFor: ({ posts }) => posts.some(({ role }) => role === 'editor'),
  },
  { href: '/desk/', name: '审核台', words: '核对内容变化，签字、退回、写意见，办理撤稿和下线。', isFor: () => true },
  { href: '/office/settings', name: '设置', words: '调整单位、人员和角色、栏目、公开目录、网站信息，留下签名的记录。', isFor: isOffice },
  { href: '/office/audit', name: '审计记录', words: '查看登录和办理的记录，核对是否完整，导出备查。', isFor: isOffice },
];

export const entrancesFor = (person: Person): readonly Entrance[] => ENTRANCES.filter(({ isFor }) => isFor(person));
