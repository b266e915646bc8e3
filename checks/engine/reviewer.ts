import { createHash } from 'node:crypto';
import { Proposal, type ProposedFile } from '../../cms/library/proposal.ts';
import { remember } from '../../cms/library/remember.ts';
import { Revision } from '../../cms/library/revision.ts';
import { rehearse } from '../../cms/library/sync.ts';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon.ts';
import { judgeContent } from './check-change.ts';
import { toChecked } from './checked.ts';
import type { Examiners } from './examiners.ts';
import type { Revised } from './judge-change.ts';
import type { FileToJudge } from './judge-file.ts';
import { isAttachment, isJudged } from './judge-files.ts';
import { isJudging, readJudging } from './judging-files.ts';
import { peopleIn } from './people-in.ts';
import { readLexicon } from './read-lexicon.ts';

export interface ReviewerOptions {
  /** Path of the repository. */
  repository: string;
  /** Index of the repository's content; made when there is none, and otherwise left as it is. */
  index: string;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: () => string;
  /** Closed by whoever made them. */
  examiners: Examiners;
}

/** What judges a change, as its base has it. */
interface Basis extends Revised {
  lexicon: Lexicon;
  /** Tells word lists apart. */
  words: string;
}

/** Judgements that are remembered, so that an attachment is not read at every save. In memory only. */
const REMEMBERED = 2000;
/** Bases that are remembered; more than one is asked about only while main moves. */
const BASES = 3;

/** Judges changes that are nowhere yet but in memory, for as long as the office runs. What it is shown never reaches the disk. */
export class Reviewer {
  readonly #options: ReviewerOptions;
  readonly #said = new Map<string, Finding[]>();
  readonly #bases = new Map<string, Basis>();

  constructor(options: ReviewerOptions) {
    this.#options = options;
  }

  /**
   * What `checkChange` would say of a commit with these files in place of those of its parent, the base; but nobody has signed for
   * it yet, which is the workflow's to see to.
   */
  async review({ base: commit, files }: { base: string; files: readonly ProposedFile[] }): Promise<Finding[]> {
    const today = this.#options.today();
    const base = this.#baseAt(commit);
    // Examiners are at work while the other rules are asked here.
    const onFiles = this.#judgeFiles(base, files);
    onFiles.catch(() => {});
    const source = new Proposal(base.source, files);
    const paths = files.map(({ path }) => path);
    const head = { source, judging: paths.some(isJudging) ? readJudging(source) : base.judging };
    const responsibility = { people: peopleIn(base.judging), records: [], isSigned: false };
    const onContent = await rehearse(this.#options.index, source, today, (library) =>
      judgeContent({ paths, base, head, library, today, responsibility }),
    );
    const { findings } = await toChecked([...(await onFiles), ...onContent], files.length, base.judging, today);
    return findings;
  }

  async #judgeFiles({ lexicon, words }: Basis, files: readonly ProposedFile[]): Promise<Finding[]> {
    const questions = files.flatMap(({ path, bytes }) =>
      bytes && isJudged(path) ? [{ path, bytes, isAttachment: isAttachment(path) }] : [],
    );
    const said = await Promise.all(questions.map((question) => this.#judgeFile(question, lexicon, words)));
    return said.flat();
  }

  async #judgeFile(question: FileToJudge, lexicon: Lexicon, words: string): Promise<Finding[]> {
    const key = createHash('sha256').update(`${words}\0${question.path}\0`).update(question.bytes).digest('hex');
    const known = this.#said.get(key);
    if (known) return known;
    const [judged] = await this.#options.examiners.examine(() => [question], lexicon);
    if (judged!.isWhole) remember(this.#said, key, judged!.findings, REMEMBERED);
    return judged!.findings;
  }

  #baseAt(commit: string): Basis {
    const known = this.#bases.get(commit);
    if (known) return known;
    const source = new Revision(this.#options.repository, commit);
    const judging = readJudging(source);
    const lexicon = readLexicon(judging);
    const words = createHash('sha256')
      .update(JSON.stringify([...lexicon]))
      .digest('hex');
    return remember(this.#bases, commit, { source, judging, lexicon, words }, BASES);
  }
}
