import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Trait } from '../reading/piece.ts';
import { readFile } from '../reading/read.ts';
import { rules as allRules } from '../rules/index.ts';
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
  const reading = await readFile(nameOf(file.path), file.bytes);
  const document = { ...toDocument(reading), lexicon };
  const subjected = { file: file.path, sha256: createHash('sha256').update(file.bytes).digest('hex') };
  const found = rules.flatMap((rule) => {
    if (rule.scope === 'text') return runRule(rule, document, subjected);
    if (rule.scope === 'file') return runRule(rule, toFileSubject(file, reading.format, reading.traits), subjected);
    return [];
  });
  return concealed(found, rules);
}

/** What is known of a file that could not be read to the end, judged by the rules on files. */
export function judgeUnread({ path, bytes, isAttachment }: FileToJudge, trait: Trait): Finding[] {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const subject = toFileSubject({ path, bytes, isAttachment }, '', [trait]);
  const found = allRules.flatMap((rule) => (rule.scope === 'file' ? runRule(rule, subject, { file: path, sha256 }) : []));
  return concealed(found, allRules);
}

function toFileSubject({ path, bytes, isAttachment }: FileToJudge, format: string, traits: readonly Trait[]) {
  const name = nameOf(path);
  return { name, format, size: bytes.length, isAttachment, traits, spot: { where: '文件', written: '' } };
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** A name of a file or a sheet can itself be what must not be seen. */
function concealed(found: readonly Found[], rules: typeof allRules): Finding[] {
  const sensitive = new Set(rules.filter((rule) => rule.sensitive).map(({ id }) => id as string));
  const finds = [...new Set(found.filter(({ finding }) => sensitive.has(finding.rule)).map(({ written }) => written))];
  return found.map(({ finding }) => ({
    ...finding,
    file: conceal(finding.file, finds),
    where: conceal(finding.where, finds),
    message: finding.message.replace(finding.where, () => conceal(finding.where, finds)),
  }));
}
