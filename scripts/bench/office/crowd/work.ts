import { setTimeout as sleep } from 'node:timers/promises';
import type { FormValues } from '../../../../cms/form/api.ts';
import type { Post } from './county-of-editors.ts';
import type { Answer, Editor } from './editor.ts';

/** A save that the office said it has. */
export interface Accepted {
  by: string;
  folder: string;
  version: string;
  /** The version that the editor began with; empty for a new entry. */
  before: string;
  values: FormValues;
  list: string;
}

/** What came of everybody's saves. */
export interface Work {
  accepted: Accepted[];
  /** Of accepted saves. */
  seconds: number[];
  /** How often the office refused, by its words. */
  refused: Map<string, number>;
  /** What must not happen. */
  faults: string[];
}

export const LIST = 'list.csv';
/** Invented; the area code is not in use. No save with it may leave a trace. */
export const ID_NUMBER = '990101199001011233';
/** Entries that each editor has. */
const OWN = 3;
/** Shares of all saves: of the entry that two have, and with an ID number in it. */
const [SHARED, FORBIDDEN] = [0.2, 0.05];

/** Texts of an entry that say in each part which save they are of. */
export function textsOf(mark: string): Pick<Accepted, 'values' | 'list'> {
  const lines = Array.from({ length: 20 }, (_, at) => `${mark},第${at + 1}项,农田灌溉渠道,${at * 3 + 1}\n`);
  const body = ['按照年度计划落实管护责任。', '资金使用接受审计监督。', '结果在县政府门户网站公布。'].map((line) => `${mark}：${line}`);
  return {
    values: {
      title: `第${mark}次修改`,
      column: 'news',
      summary: `${mark}的概要。`,
      attachments: [{ file: LIST, title: `${mark}的清单` }],
      body: body.join('\n\n'),
    },
    list: `批次,序号,项目,数量\n${lines.join('')}`,
  };
}

/** Saves one entry after the other until the time is over. @param shared folder of the entry that a colleague saves as well */
export async function workUntil(
  deadline: number,
  { post, editor, shared, random, pause }: { post: Post; editor: Editor; shared: string; random: () => number; pause: number },
  work: Work,
): Promise<void> {
  const own: { folder: string; version: string }[] = [];
  for (let nth = 0; Date.now() < deadline; nth++) {
    const mark = `${post.id.replace('crowd-', 'k')}x${nth}`;
    const kind = random();
    const isShared = kind < SHARED;
    const isForbidden = kind > 1 - FORBIDDEN;
    const entry = isShared ? { folder: shared, version: await editor.open(shared) } : await pick(nth);
    const { values, list } = textsOf(mark);
    if (isForbidden) values.body = `${values.body}\n\n联系人身份证号${ID_NUMBER}。`;
    const { folder, version: before } = entry;
    const answer = await editor.save({ folder, version: before, values }, { [LIST]: list });
    if (answer.saved) {
      entry.version = answer.saved.version;
      work.accepted.push({ by: post.id, folder, version: answer.saved.version, before, values, list });
      work.seconds.push(answer.seconds);
      if (isForbidden) work.faults.push(`${post.id} 保存了有身份证号的内容：${folder}`);
    } else note(answer, isForbidden ? 422 : isShared ? 409 : 200);
    if (pause > 0) await sleep(pause * 1000 * (0.5 + random()));
  }

  async function pick(nth: number) {
    const known = own[nth % OWN];
    if (known) return known;
    const fresh = { folder: await editor.newFolder(post.unit, 'news'), version: '' };
    own.push(fresh);
    return fresh;
  }
  function note({ status, message }: Answer, expected: number) {
    const words = `${status} ${message}`;
    work.refused.set(words, (work.refused.get(words) ?? 0) + 1);
    if (status !== expected) work.faults.push(`${post.id} 的保存被拒绝：${words}`);
  }
}
