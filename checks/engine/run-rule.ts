import { createHash } from 'node:crypto';
import { quote } from '../../cms/model/quote.ts';
import type { Finding } from '../finding.ts';
import type { Messages, Report, Rule, Scope } from '../rule.ts';
import type { Subjects } from '../subjects.ts';
import { fold } from '../text/fold.ts';
import { mask } from '../text/mask.ts';
import type { Spot } from '../text/passage.ts';

/** A finding together with what was found, which must not leave the engine. */
export interface Found {
  finding: Finding;
  written: string;
}

/** What a finding is about: the file's path, and the hash of its bytes, which ends a waiver when it changes. */
export interface Subjected {
  file: string;
  sha256: string;
}

/**
 * Lets a rule judge a subject.
 * @throws Error when a sensitive rule puts what it found into its words
 */
export function runRule<S extends Scope, M extends Messages>(rule: Rule<S, M>, subject: Subjects[S], { file, sha256 }: Subjected): Found[] {
  const found: Found[] = [];
  const seen = new Map<string, number>();
  const told = new Set<string>();
  const report = (key: string, at: Spot, data: object = {}) => {
    const message = rule.messages[key]!;
    const words = message.say({ ...data, where: at.where });
    const written = at.written;
    if (rule.sensitive) refuseLeak(rule.id, written, data);
    const about = at.file ?? file;
    if (rule.ofRecords && about.startsWith('entries/')) throw new Error(`${rule.id} speaks of an entry`);
    // Parts of a long line share what stands at their ends (`cutLong`).
    if (at.place && told.size === told.add(JSON.stringify([about, at.place, words])).size) return;
    const identity = [rule.id, key, about, rule.sensitive ? `${sha256} ${at.where}` : written].join('\n');
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    found.push({
      written,
      finding: {
        rule: rule.id,
        severity: message.severity,
        file: about,
        where: at.where,
        ...(at.place && { place: at.place }),
        message: words,
        basis: rule.basis,
        excerpt: rule.sensitive ? mask(written) : written === words ? '' : quote(written.trim(), LONGEST),
        fingerprint: createHash('sha256').update(`${identity}\n${nth}`).digest('hex').slice(0, 16),
      },
    });
  };
  rule.check(subject, report as Report<M>);
  return found;
}

/** Data of a message is chosen by the rule; the engine makes sure that none of it is what must not be seen. */
function refuseLeak(rule: string, written: string, data: object) {
  const secret = fold(written).text;
  if (secret.length < 2) return;
  const said = fold(JSON.stringify(data)).text;
  if (said.includes(secret)) throw new Error(`${rule} would print what it found`);
}

/** Longest excerpt of what a rule that is not sensitive found. */
const LONGEST = 60;
