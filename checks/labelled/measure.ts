import { judgeFile } from '../engine/judge-file.ts';
import { type Finding, toVerdict, type Verdict } from '../finding.ts';
import { bytesOf, type LabelledCase, loadCases, SETS, type SetName, TUNED } from './load.ts';

/** Families whose judgement the labels are about. */
const LABELLED = /^(?:secrecy|privacy)\/|^attachment\/(?:readable|position)$/u;

export interface Measured {
  labelled: LabelledCase;
  verdict: Verdict;
  /** Rules that spoke. */
  rules: string[];
}

/** What the rules say of every case of a set, beside what they should. */
export async function measure(set: SetName, topics: readonly string[] = []): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const labelled of await loadCases(set)) {
    if (topics.length > 0 && !topics.includes(labelled.topic)) continue;
    const file = { path: labelled.name, bytes: await bytesOf(labelled), isAttachment: labelled.name !== 'index.md' };
    const findings = (await judgeFile(file, new Map())).filter(({ rule }: Finding) => LABELLED.test(rule));
    measured.push({ labelled, verdict: toVerdict(findings), rules: [...new Set(findings.map(({ rule }) => rule))] });
  }
  return measured;
}

/** Counts by topic: right, blocks that were let through, clean files that were stopped, and other differences. */
export function toTable(measured: readonly Measured[]): string {
  const topics = [...new Set(measured.map(({ labelled }) => labelled.topic))].sort();
  const rows = [...topics, 'all'].map((topic) => {
    const some = measured.filter(({ labelled }) => topic === 'all' || labelled.topic === topic);
    const count = (is: (said: Verdict, should: Verdict) => boolean) =>
      some.filter(({ verdict, labelled }) => is(verdict, labelled.verdict)).length;
    return [
      topic,
      some.length,
      count((said, should) => said === should),
      count((said, should) => should === 'block' && said !== 'block'),
      count((said, should) => should === 'pass' && said === 'block'),
      count((said, should) => said !== should && should !== 'block' && !(should === 'pass' && said === 'block')),
    ];
  });
  const head = ['topic', 'cases', 'right', 'let through', 'stopped', 'other'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (import.meta.main) {
  const [name, ...topics] = process.argv.slice(2);
  const set = SETS.find((known) => known === name) ?? 'tune';
  const measured = await measure(set, topics);
  console.log(`${set}: ${TUNED.has(set) ? 'the rules were mended by these cases' : 'kept aside'}`);
  console.log(toTable(measured));
  // Of the sets kept aside only the counts are shown: who reads their ids begins to tune on them.
  if (TUNED.has(set))
    for (const { labelled, verdict, rules } of measured)
      if (verdict !== labelled.verdict) console.log(`${labelled.id}: ${labelled.verdict}, said ${verdict} ${rules.join(' ')}`);
  process.exit();
}
