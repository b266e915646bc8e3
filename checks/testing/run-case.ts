import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { EntryAct } from '../../cms/library/entry-act.ts';
import { Folder } from '../../cms/library/folder.ts';
import { Library } from '../../cms/library/library.ts';
import { sync } from '../../cms/library/sync.ts';
import { judgeEntry, judgeWhole } from '../engine/check-library.ts';
import { judgeBranch } from '../engine/judge-branch.ts';
import { judgeChange } from '../engine/judge-change.ts';
import { judgeFile, judgeUnread } from '../engine/judge-file.ts';
import { judgePages } from '../engine/judge-pages.ts';
import { readJudging } from '../engine/judging-files.ts';
import { readLexicon } from '../engine/read-lexicon.ts';
import { sitePaths } from '../engine/site-files.ts';
import { compareFindings, type Finding } from '../finding.ts';
import type { Content } from '../labelled/case.ts';
import { bytesOf } from '../labelled/load.ts';
import type { Lexicon } from '../lexicon.ts';
import { judgeVisits } from '../outside-links/judge-visits.ts';
import type { Trait } from '../reading/piece.ts';
import type { Rule } from '../rule.ts';
import type { Branch, BranchFile } from '../subjects/branch.ts';
import type { Visit } from '../subjects/visit.ts';
import { type CaseCounty, dayOf, withCaseCounty } from './case-county.ts';
import { judgeWaiversOf, responsibilityOf } from './case-responsibility.ts';

/** The day on which a case is judged that names no other. */
const CASE_DAY = '2026-11-26';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: a rule of any subject and messages
type AnyRule = Rule<any, any>;

/**
 * What one rule alone has against a case, a line each, as an editor sees it. A case is a file, or a recipe for one; for rules on entries,
 * libraries and changes it is a folder with content that is laid over the made-up county, a change as `before` and `after`;
 * for rules on pages it is a folder with a small built site.
 */
export async function runCase(rule: AnyRule, path: string): Promise<string> {
  const findings = statSync(path).isDirectory() ? await judgeFolder(rule, path) : await judgeOne(rule, path);
  return findings.map((finding) => `${toCaseLine(finding)}\n`).join('');
}

async function judgeOne(rule: AnyRule, path: string): Promise<Finding[]> {
  if (path.endsWith('.unread.yaml')) return judgeKnown(rule, path);
  if (path.endsWith('.visit.yaml')) return judgeVisits([{ ...readVisit(path), spot: { where: '页面', written: '', file: 'index.html' } }]);
  if (path.endsWith('.branch.yaml')) return judgeBranch(readBranchCase(path));
  const { name, bytes } = path.endsWith('.make.yaml') ? await madeBy(path) : { name: basename(path), bytes: readFileSync(path) };
  return judgeFile({ path: name, bytes, isAttachment: !name.endsWith('.md') }, wordLists(), [rule]);
}

/** A file of which only a trait is known, as when its examination broke off. */
function judgeKnown({ id }: AnyRule, path: string): Finding[] {
  const { name, ...trait } = load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as { name: string } & Trait;
  return judgeUnread({ path: name, bytes: new Uint8Array([0]), isAttachment: true }, trait).filter(({ rule }) => rule === id);
}

/** A branch; `repeat` stands for so many files of the same kind. */
function readBranchCase(path: string): Branch {
  type Written = { commits: number; repeat?: number; files: BranchFile[] };
  const { commits, repeat = 1, files } = load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as Written;
  return { commits, files: Array.from({ length: repeat }, () => files).flat() };
}

const readVisit = (path: string) => load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as Visit;

/** The word lists that the sample county keeps. */
const wordLists = (): Lexicon => readLexicon(readJudging(new Folder(CONTENT)));

/** The file that a recipe in the form of the labelled cases describes. */
async function madeBy(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const recipe = load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as { name: string } & Content;
  return { name: recipe.name, bytes: await bytesOf(recipe) };
}

async function judgeFolder(rule: AnyRule, path: string): Promise<Finding[]> {
  if (rule.scope === 'page') return judgeSite(rule, path);
  const today = dayOf(path, CASE_DAY);
  if (rule.scope === 'change')
    return withCaseCounty(join(path, 'before'), (before) =>
      withCaseCounty(join(path, 'after'), (after) =>
        withLibrary(after, today, async (library) => {
          const laid = new Set([...before.laid, ...after.laid]);
          const [base, head] = [before.source, after.source].map((source) => ({ source, judging: readJudging(source) }));
          const responsibility = await responsibilityOf(path, before.source, after.source);
          return judgeChange({ paths: [...laid], base: base!, head: head!, library, today, responsibility }, [rule]);
        }),
      ),
    );
  return withCaseCounty(path, (county) =>
    withLibrary(county, today, async (library) => {
      const revised = { source: county.source, judging: readJudging(county.source) };
      const found =
        rule.id === 'responsibility/waivers-hold'
          ? await judgeWaiversOf(county, library, today)
          : rule.scope === 'library'
            ? judgeWhole(library, today, revised, [rule])
            : rule.scope === 'entry'
              ? [...library.stored.entries()].flatMap((stored) => judgeEntry(stored, library, today, revised, [rule]))
              : await judgeLaid(rule, county);
      return found.filter(({ file }) => county.laid.has(file)).sort(compareFindings);
    }),
  );
}

function judgeSite(rule: AnyRule, folder: string): Finding[] {
  const paths = sitePaths(folder);
  return judgePages({ folder, paths, pages: paths.filter((each) => each.endsWith('.html')) }, [rule]).sort(compareFindings);
}

/** For rules on words that need the word lists of a content root. */
async function judgeLaid(rule: AnyRule, { source, laid }: CaseCounty): Promise<Finding[]> {
  const lexicon = readLexicon(readJudging(source));
  const judged = [...laid].filter((path) => path.startsWith('entries/'));
  const found = judged.map((path) =>
    judgeFile({ path, bytes: source.readOne(path)!, isAttachment: !path.endsWith('.md') }, lexicon, [rule]),
  );
  return (await Promise.all(found)).flat();
}

async function withLibrary<T>({ source, state }: CaseCounty, today: string, use: (library: Library) => Promise<T>): Promise<T> {
  await sync(join(state, 'index.db'), source);
  tellActs(join(state, 'index.db'), source.readOne('acts.yaml'));
  const library = Library.open(join(state, 'index.db'), today);
  try {
    return await use(library);
  } finally {
    library.close();
  }
}

/** Acts that a case gives in its file `acts.yaml`, as signed commits would tell them. */
function tellActs(index: string, bytes: Uint8Array | undefined) {
  if (!bytes) return;
  const acts = load(Buffer.from(bytes).toString('utf8'), { schema: CORE_SCHEMA }) as (EntryAct & { number: string })[];
  const database = new DatabaseSync(index);
  const takenOver = { commit: '1'.repeat(40), at: '2026-01-01 00:00' };
  database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('chain', ?)").run(JSON.stringify({ ...takenOver, takenOver }));
  const insert = database.prepare('INSERT INTO act (number, kind, json) VALUES (?, ?, ?)');
  for (const { number, ...act } of acts) insert.run(number, act.emergency === undefined ? act.kind : 'urgent', JSON.stringify(act));
  database.close();
}

function toCaseLine({ file, place, where, rule, severity, message }: Finding): string {
  const path = file.includes('/') ? `${file}:` : '';
  const at = place ? `${place.line}:${place.column}-${place.endLine}:${place.endColumn}` : where;
  return `${path}${at} ${severity} ${rule} ${message}`;
}
