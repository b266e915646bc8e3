import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import type { BranchRecords } from './branch-records.ts';
import type { Examiners } from './examiners.ts';
import type { CommittedContent } from './judge-branch.ts';
import { judgeFiles } from './judge-files.ts';
import type { CheckOptions } from './with-library.ts';

/** What the rules on words and files have against files of commits that a later commit changed or took away. */
export async function judgeHistory(options: CheckOptions, past: readonly CommittedContent[], lexicon: Lexicon): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [commit, files] of Map.groupBy(past, (file) => file.commit)) {
    const known = files.map(({ path, blob, size }) => ({ path, size, stamp: blob, sha256: `blob ${blob}` }));
    const found = await judgeFiles(options, known, lexicon);
    findings.push(...found.map((finding) => inCommit(finding, commit, finding.where)));
  }
  return findings;
}

/** What they have against the messages of commits, and, where there is no commit, the name of a branch: all go into the repository. */
export async function judgeMessages(examiners: Examiners, messages: BranchRecords['messages'], lexicon: Lexicon): Promise<Finding[]> {
  const files = messages.map(({ commit, text }) => ({ path: `${commit}.txt`, bytes: Buffer.from(text), isAttachment: false }));
  const batches = Array.from({ length: Math.ceil(files.length / TOGETHER) }, (_, at) => files.slice(at * TOGETHER, (at + 1) * TOGETHER));
  const judged = await Promise.all(batches.map((batch) => examiners.examine(() => batch, lexicon)));
  return judged
    .flat()
    .flatMap(({ findings }) => findings)
    .map((finding) => {
      const commit = finding.file.slice(0, -'.txt'.length);
      const found = inCommit(finding, commit, '说明');
      return { ...found, file: '', ...(commit === '' && { where: BRANCH_NAME }) };
    });
}

const TOGETHER = 64;

/** Where a finding stands that is about a branch's name. */
export const BRANCH_NAME = '分支名称';

/** The same finding; where it stands is told by the commit, because the file as people see it is another. */
function inCommit({ place: _, ...finding }: Finding, commit: string, where: string): Finding {
  return { ...finding, where: `提交 ${commit.slice(0, 8)} 的${where}` };
}
