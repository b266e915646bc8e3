import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Library } from '../../../library/library.ts';
import { toFolder } from '../../../library/read-entry.ts';
import { toCsv } from '../../audit/csv.ts';
import type { DetailPart, Known } from '../../audit/detail.ts';
import { type AuditFilter, isEmpty, readFilter, toKeep } from '../../audit/filter.ts';
import { lastLines, linesAsked } from '../../audit/last-lines.ts';
import type { AuditLine } from '../../audit/line.ts';
import { verify } from '../../audit/verify.ts';
import { wordsOf } from '../../audit/words.ts';
import { toChangePath, toPublishedPath } from '../../desk/addresses.ts';
import { toNames } from '../../desk/names.ts';
import { toDay } from '../../store/clock.ts';
import { fieldsOf, titleOf } from '../../store/fields-of.ts';
import { isOffice, type People } from '../../store/people.ts';
import { requirePlace } from '../../store/place.ts';
import { Refusal } from '../../store/refusal.ts';
import type { Store } from '../../store/store.ts';
import { clientOf } from '../address.ts';
import { showExport, showFilter, showLines, showState } from '../audit-screen.ts';
import { page } from '../page.ts';
import type { OfficeEnv, Routes } from '../parts.ts';

/** Lines that are shown; the export has all. */
const SHOWN = 200;

/** The audit log, for the information office. */
export const audit: Routes = (app, parts) => {
  const { audit: log, store, library } = parts;

  app.get('/office/audit', async (c) => {
    requireOffice(c);
    const filter = readFilter(c.req.query());
    const current = await library.at();
    const people = await store.people();
    const asked = isEmpty(filter) ? undefined : linesAsked(log.path, SHOWN, toKeep(filter, toNameOf(people)));
    const lines = asked?.lines ?? lastLines(log.path, SHOWN);
    const known = await namesIn(lines, store, current);
    return page(c, {
      title: '审计记录',
      body: html`<h1>审计记录</h1>
${showState(verify(log.path, log.head), log.head.lines)}
${showFilter({ filter, people: [...people.values()], units: current.units(), entry: await titleIn(filter, store, current) })}
${showExport(filter, c.var.csrf)}
${showLines(lines, known)}
<p class="hint">${asked ? `符合条件的共${asked.total}行。` : ''}这里列出最近的${SHOWN}行，新的在前，北京时间。每一步所办的版本、请求的地址和全部记录，见导出的文件。</p>`,
    });
  });

  app.post('/office/audit', async (c) => {
    requireOffice(c);
    const filter = readFilter(await c.req.parseBody());
    const people = await store.people();
    const detail = [clientOf(c, parts), ...wordsFor(filter, people)].join(' ');
    log.add({ person: c.var.person.id, act: 'audit-export', detail });
    return c.body(toCsv(log.path, isEmpty(filter) ? undefined : toKeep(filter, toNameOf(people))), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${toDay(parts.clock())}.csv"`,
    });
  });
};

const toNameOf = (people: People) => (id: string) => people.get(id)?.name;

/** What a filter asks for, as the log says it: a person only by an account, for anything can have been typed there. */
function wordsFor(filter: AuditFilter, people: People): string[] {
  const person = people.has(filter.person) ? filter.person : '';
  return Object.values({ ...filter, person, act: wordsOf(filter.act) }).filter((words) => words !== '');
}

/** Title of the entry that is asked for; empty when none is. */
const titleIn = async ({ entry }: AuditFilter, store: Store, library: Library): Promise<string> =>
  entry === '' ? '' : (await nameOf(entry, store, library)).text;

/** What people call what the log names by its id. */
async function namesIn(lines: readonly AuditLine[], store: Store, library: Library): Promise<Known> {
  const people = await store.people();
  const folders = new Set(lines.flatMap(({ detail }) => detail.split(' ').filter((word) => toFolder(word))));
  const entries = await Promise.all([...folders].map(async (folder) => [folder, await nameOf(folder, store, library)] as const));
  const named = new Map(entries);
  return {
    entry: (folder) => named.get(folder),
    unit: (id) => library.unit(id)?.short_name,
    person: (id) => people.get(id)?.name,
  };
}

/** The title of an entry with the way to it; of one that is gone its unit and its type. */
async function nameOf(folder: string, store: Store, library: Library): Promise<DetailPart> {
  const { unit, type } = requirePlace(folder);
  const names = toNames(library, { unit, type });
  const entry = await store.entry(folder);
  if (!entry) return { text: `${names.unit}的一条${names.type}（已经不在）`, entry: folder };
  return {
    text: titleOf(fieldsOf(entry.text)),
    entry: folder,
    href: entry.from === 'draft' ? toChangePath(folder) : toPublishedPath(folder),
  };
}

function requireOffice(c: Context<OfficeEnv>): void {
  if (!isOffice(c.var.person)) throw new Refusal('forbidden', '审计记录只有县信息办能看。');
}
