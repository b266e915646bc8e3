import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Reading, Trait } from '../reading/piece.ts';
import { readFile } from '../reading/read.ts';
import { isSensitive, rulesOf } from '../rule.ts';
import { rules as allRules } from '../rules/of-files.ts';
import { toDocument } from '../text/document.ts';
import { conceal } from '../text/mask.ts';
import { type Found, runRule } from './run-rule.ts';

/** A file to be judged. */
export interface FileToJudge {
  /** Path from the content root, or the name that a scan was given. */
  path: string;
  bytes: Uint8Array;
  /** Whether it is published beside an entry; false for an entry's own text. */
  isAttachment: boolean;
}

/** What was said of a file. */
export interface Judged {
  findings: Finding[];
  /** False when the examination broke off, so that another time or another machine may say more. */
  isWhole: boolean;
}

/** Reads a file and lets the rules on words and on files judge it. Its findings hold nothing of what must not be seen. */
export async function judgeFile(file: FileToJudge, lexicon: Lexicon, rules = allRules): Promise<Finding[]> {
  return judgeReading(file, await readFile(nameOf(file.path), file.bytes), lexicon, rules);
}

/** What is known of a file that was not read: only that it was not, which the rules on files judge. */
export const judgeUnread = (file: FileToJudge, trait: Trait): Finding[] =>
  judgeReading(file, { format: '', pieces: [], traits: [trait] }, new Map(), rulesOf('file', allRules));

function judgeReading({ path, bytes, isAttachment }: FileToJudge, reading: Reading, lexicon: Lexicon, rules: typeof allRules): Finding[] {
  const { format, traits } = reading;
  const words = { ...toDocument(reading), lexicon };
  const file = { name: nameOf(path), format, size: bytes.length, isAttachment, traits, spot: { where: '文件', written: '' } };
  const subjected = { file: path, sha256: createHash('sha256').update(bytes).digest('hex') };
  const judge = (some: typeof allRules): Found[] =>
    some.flatMap((rule) => {
      if (rule.scope === 'text') return runRule(rule, words, subjected);
      return rule.scope === 'file' ? runRule(rule, file, subjected) : [];
    });
  const found = judge(rules.filter(({ isLastResort }) => !isLastResort));
  const isStopped = found.some(({ finding }) => finding.severity === 'block' && isSensitive(finding.rule));
  if (!isStopped) found.push(...judge(rules.filter(({ isLastResort }) => isLastResort)));
  return concealed(found, rules);
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** A name of a file or a sheet can itself be what must not be seen. */
function concealed(found: readonly Found[], rules: typeof allRules): Finding[] {
  const sensitive = new Set<string>(rules.filter((rule) => rule.sensitive).map(({ id }) => id));
  const finds = [...new Set(found.filter(({ finding }) => sensitive.has(finding.rule)).map(({ written }) => written))];
  return found.map(({ finding }) => ({
    ...finding,
    file: conceal(finding.file, finds),
    where: conceal(finding.where, finds),
    message: finding.message.replace(finding.where, () => conceal(finding.where, finds)),
  }));
}
