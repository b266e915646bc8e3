import { join } from 'node:path';
import { signedAmong } from '../../checks/engine/branch-records.ts';
import type { Examiners } from '../../checks/engine/examiners.ts';
import { BRANCH_NAME } from '../../checks/engine/judge-history.ts';
import { reviewChange } from '../../checks/engine/review-change.ts';
import type { Finding } from '../../checks/finding.ts';
import { toTextLine } from '../../checks/report/text.ts';
import { GitRepository } from '../../cms/library/git-repository.ts';
import { toFolder } from '../../cms/library/read-entry.ts';
import { whileAlone } from '../../cms/library/while-alone.ts';
import { quote } from '../../cms/model/quote.ts';
import { forbidsSaving } from '../../cms/office/review.ts';
import { MAIN } from '../../cms/office/store/refs.ts';
import { branchOf } from '../branch-of.ts';
import { today } from '../today.ts';
import { decide, type RefUpdate } from './decide.ts';
import { signersIn, stateIn } from './place.ts';

/** What becomes of a push: all of it or nothing. */
export interface Outcome {
  isRefused: boolean;
  /** For the person who pushed, in Chinese. */
  lines: string[];
}

/** Refs that one push may move. */
const MOST_REFS = 500;
/** Findings that are told one by one. */
const TOLD = 40;

/**
 * Judges a push before any ref is moved: what the office would refuse is refused.
 * @param repository a bare one with the hook's state
 */
export async function judgePush(repository: string, updates: readonly RefUpdate[], examiners: Examiners): Promise<Outcome> {
  if (updates.length > MOST_REFS)
    return { isRefused: true, lines: [`一次推送了 ${updates.length} 个分支，超过 ${MOST_REFS} 个。分几次推送。`] };
  const git = GitRepository.at(repository);
  const decided = updates.map((update) => ({ update, decision: decide(git, update, updates) }));
  const refused = decided.flatMap(({ update, decision }) =>
    typeof decision === 'object' && 'refused' in decision ? [`${shorten(update.ref)}：${decision.refused}`] : [],
  );
  if (refused.length > 0) return { isRefused: true, lines: refused };
  return whileAlone(join(stateIn(repository), 'turn.db'), () => judgeAll(), BUSY);

  async function judgeAll(): Promise<Outcome> {
    const outcome: Outcome = { isRefused: false, lines: [] };
    for (const { update, decision } of decided) {
      if (typeof decision === 'string' || 'refused' in decision) continue;
      const stranger = decision.heldTo === 'draft' ? undefined : unsignedIn(repository, decision.heldTo, decision.head, update.from);
      const refuses = decision.heldTo === 'main' ? blocks : forbidsKeeping;
      const { isRefused, lines } =
        stranger ??
        (await judgeBranch(
          repository,
          { name: toName(update.ref), head: decision.head, isMain: decision.heldTo === 'main' },
          examiners,
          refuses,
        ));
      outcome.isRefused ||= isRefused;
      const label = lines.some((line) => line.startsWith(BRANCH_NAME)) ? '分支' : shorten(update.ref);
      outcome.lines.push(...lines.map((line) => `${label}：${line}`));
    }
    return outcome;
  }
}

const blocks = ({ severity }: Finding): boolean => severity === 'block';
const forbidsKeeping = (finding: Finding): boolean => forbidsSaving(finding) || finding.rule === 'responsibility/plain-files';
/** For another push that is being judged. */
const BUSY = { patience: 60_000, message: '另一次推送正在审查，等了一分钟还没有轮到。过一会儿再推送。' };

const toName = (ref: string) => ref.replace(/^refs\/heads\//u, '');

/** The name of a ref as people may see it, who have not been told yet what is in it. */
function shorten(ref: string): string {
  const name = toName(ref);
  return toFolder(name.replace(/^drafts\//u, 'entries/')) ? name : quote(name, 80);
}

/** The refusal of what only the office's key may bring, when another brings it: each commit of main, and the last of what was given up. */
function unsignedIn(repository: string, heldTo: 'main' | 'discarded', head: string, from: string | undefined): Outcome | undefined {
  const range = heldTo === 'main' ? ['--first-parent', `${from}..${head}`] : ['--max-count=1', head];
  const git = GitRepository.at(repository);
  const line = git
    .run(['rev-list', ...range])
    .toString('utf8')
    .split('\n')
    .filter(Boolean);
  const signed = signedAmong(repository, line, signersIn(repository));
  const strange = line.findLast((commit) => !signed.has(commit));
  if (strange === undefined) return undefined;
  const begin = `提交 ${strange.slice(0, 8)} 没有办公平台密钥的签名。`;
  const end =
    heldTo === 'main' ? 'main 只由办公平台移动；改动推送到 drafts/ 开头的分支，经审签后由办公平台发布。' : '丢弃的草稿只由办公平台存放。';
  return { isRefused: true, lines: [begin + end] };
}

async function judgeBranch(
  repository: string,
  { name, head, isMain }: { name: string; head: string; isMain: boolean },
  examiners: Examiners,
  refuses: (finding: Finding) => boolean,
): Promise<Outcome> {
  const branch = branchOf(repository, { base: MAIN, head, isPush: true });
  const { checked } = await reviewChange(
    { ...branch, name, key: signersIn(repository), ...(isMain && { becomesMain: Date.now() }) },
    { state: stateIn(repository), today: today(), examiners: examiners.start() },
  );
  const [bad, rest] = [checked.findings.filter(refuses), checked.findings.filter((finding) => !refuses(finding))];
  const told = bad.length > 0 ? bad : rest;
  const lines = told.slice(0, TOLD).map(toTextLine);
  if (told.length > TOLD) lines.push(`还有 ${told.length - TOLD} 处没有列出来。`);
  if (bad.length > 0) lines.push(`有 ${bad.length} 处不能进仓库，没有接收。这些提交里都不能有：改好以后重新做提交，不要在后面接着改。`);
  else if (rest.length > 0) lines.push(`已经接收。还有 ${rest.length} 处要在发布前改好。`);
  return { isRefused: bad.length > 0, lines };
}
