import { readTrailers } from '../../model/record.ts';
import { ROLES } from '../../model/unit.ts';
import { toMinute } from '../store/clock.ts';
import { fieldsOf, titleOf } from '../store/fields-of.ts';
import type { Person } from '../store/people.ts';
import { MAIN } from '../store/refs.ts';
import type { Store } from '../store/store.ts';

/** Something published, withdrawn or taken down that a person answers for. */
export interface Done {
  folder: string;
  title: string;
  /** Index number; empty when the entry is gone. */
  number: string;
  /** What became of it: 发布, 撤稿, 下线. */
  act: string;
  /** The person's part in it: 拟稿, or the role that signed. */
  part: string;
  at: string;
}

const MOST = 20;
const DAYS = 90;

/** What a person wrote or signed in the last months that went to main, the newest first: by the responsibility records of its commits. */
export async function readDone({ repository, versions }: Store, { id }: Person): Promise<Done[]> {
  const listing = await repository.git.line([
    'log',
    '--first-parent',
    `--since=${DAYS}.days`,
    `--max-count=${MOST}`,
    '--fixed-strings',
    `--grep=person=${id};`,
    `--grep=Drafted-By: ${id}`,
    '--format=%at%x00%B%x1e',
    MAIN,
  ]);
  const done: Done[] = [];
  for (const record of listing.split('\x1e')) {
    const [at = '', message = ''] = record.trim().split('\0');
    for (const { entry, author, signOffs } of readTrailers(message)) {
      const signed = signOffs.find(({ person }) => person === id);
      if (!signed && author !== id) continue;
      const published = await versions.published(entry);
      const fields = fieldsOf(published?.text ?? '');
      done.push({
        folder: entry,
        title: published ? titleOf(fields) : '（已经不在网上的内容）',
        number: typeof fields.index_number === 'string' ? fields.index_number : '',
        act: message.slice(0, message.indexOf('\n')),
        part: signed ? ROLES[signed.role as keyof typeof ROLES] : '拟稿',
        at: toMinute(Number(at)),
      });
    }
  }
  return done;
}
