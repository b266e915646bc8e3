import { GitRepository } from '../../cms/library/git-repository.ts';
import type { ResponsibilityRecord } from '../../cms/model/record.ts';
import { recordsIn } from './records-in.ts';

export interface BranchRecords {
  /** One for each entry that commits speak of, with all its sign-offs. */
  records: ResponsibilityRecord[];
  /** Messages of the commits, with the people whom they name. */
  messages: { commit: string; text: string }[];
  /** Commits of which it is known that the office signed them. */
  signed: ReadonlySet<string>;
}

/** Format of `git log`: commit, signature, address and name of its author, message. */
const FORMAT = ['%H', '%G?', '%ae', '%an', '%B'].join('%x00');

/**
 * What the commits of a branch say about who answers for it. The acts of a draft each say a part.
 * @param commits oldest first
 * @param key file with the keys that Git lets count (`allowedSignersFile`): what other commits say of sign-offs is left out
 */
export function readBranchRecords(repository: string, commits: readonly string[], key: string | undefined): BranchRecords {
  const records = new Map<string, ResponsibilityRecord>();
  const messages: BranchRecords['messages'] = [];
  const signed = new Set<string>();
  for (const { commit, isSigned, mail, name, text } of readCommits(repository, commits, key)) {
    messages.push({ commit, text: `${name}\n${text}` });
    if (isSigned && key !== undefined) signed.add(commit);
    for (const { entry, author, signOffs } of recordsIn(text)) {
      const record = records.get(entry) ?? { entry, author: '', signOffs: [] };
      records.set(entry, record);
      // The office does not sign a save, but what follows it; whoever saved first wrote it.
      if (isSigned && author !== '') record.author = author;
      else if (record.author === '' && !(isSigned && signOffs.length > 0)) record.author = mail.slice(0, Math.max(0, mail.indexOf('@')));
      if (isSigned) record.signOffs.push(...signOffs);
    }
  }
  return { records: [...records.values()], messages, signed };
}

/** Which of these commits bear a signature of the office. */
export const signedAmong = (repository: string, commits: readonly string[], key: string): Set<string> =>
  new Set([...readCommits(repository, commits, key)].filter(({ isSigned }) => isSigned).map(({ commit }) => commit));

function* readCommits(repository: string, commits: readonly string[], key: string | undefined) {
  if (commits.length === 0) return;
  const signing =
    key === undefined ? [] : ['-c', 'gpg.format=ssh', '-c', 'gpg.ssh.program=ssh-keygen', '-c', `gpg.ssh.allowedSignersFile=${key}`];
  const format = key === undefined ? FORMAT.replace('%G?', '') : FORMAT;
  const args = [...signing, 'log', '--no-walk=unsorted', '--no-show-signature', '--stdin', '-z', '--encoding=UTF-8', `--format=${format}`];
  const words = GitRepository.at(repository)
    .run(args, `${commits.join('\n')}\n`)
    .toString('utf8')
    .split('\0');
  for (let at = 0; at + 4 < words.length; at += 5) {
    const [commit = '', signature, mail = '', name = '', text = ''] = words.slice(at, at + 5);
    yield { commit, isSigned: key === undefined || signature === 'G', mail, name, text };
  }
}
