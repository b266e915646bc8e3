/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { AT_A_TIME, answer } from '../answer.ts';
import { type Counts, countValues } from '../counts.ts';
import { advise, type Help } from '../help.ts';
import { HELP } from '../paths.ts';
import { FACETS, type Query, readQuery, wordsOf, writeQuery } from '../query.ts';
import type { Results } from '../results.ts';
import { type Manifest, Search } from '../search.ts';
import { showAnswer, showHit, showUnit } from './show.ts';
import { showCounts } from './show-counts.ts';

const FAILED = '没有查成：网络不通，或者网站正在更新。过一会儿再试。';
/** Units that are named when nothing was found. */
const MOST_ADVICE = 3;

const find = <T extends Element>(selector: string) => document.querySelector<T>(selector)!;
const form = find<HTMLFormElement>('#search');
const said = find('#said');
const hits = find('#hits');
const more = find<HTMLButtonElement>('#more');
const help = find<HTMLElement>('#help');
const advice = find('#advice');
const narrow = find<HTMLDetailsElement>('#narrow');

const fetchFrom = {
  text: async (path: string) => {
    const answer = await fetch(path);
    return answer.ok ? answer.text() : undefined;
  },
  bytes: async (path: string) => {
    const answer = await fetch(path);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  },
};

/** Number of the question that is being answered: what comes late for an earlier one is not shown. */
let turn = 0;
/** Counts what was found last for the fields by which it can be narrowed. */
let count: (() => Promise<Counts>) | undefined;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(readQuery(`?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`));
});
narrow.addEventListener('change', () => form.requestSubmit());
narrow.addEventListener('toggle', () => void showNumbers());
window.addEventListener('popstate', () => void show(readQuery(location.search)));
narrow.hidden = false;
void show(readQuery(location.search));

function ask(query: Query) {
  const address = writeQuery(query);
  if (address !== location.search.slice(1)) history.pushState(null, '', address === '' ? location.pathname : `?${address}`);
  void show(query);
}

async function show(query: Query) {
  const own = ++turn;
  fill(query);
  hits.replaceChildren();
  more.hidden = true;
  help.hidden = true;
  count = undefined;
  const words = wordsOf(query.text);
  if (words.every((word) => word.length < 2)) {
    showCounts(form, undefined);
    said.textContent = words.length === 0 ? '' : '至少写两个字。';
    return;
  }
  said.textContent = '正在查找……';
  try {
    // Anew for each question: something may have been published since the last.
    const search = await Search.open(fetchFrom);
    fillYears(search.manifest.registers, query);
    const found = await answer(search, query);
    if (own !== turn) return;
    hits.append(...[...found.hits, ...(found.official?.hits ?? [])].map(showHit));
    const results = found.official?.results ?? found.results;
    const tell = () => (said.textContent = showAnswer(query, found));
    tell();
    const counted = [found.results, found.official?.results].filter((each) => each !== undefined);
    if (counted.length > 0) count = () => countValues(search, query, counted);
    void showNumbers();
    if (results)
      offerMore(results, own, (found.official ?? found).hits.length >= AT_A_TIME, () => {
        tell();
        void showNumbers();
      });
    if (!found.results) await showAdvice(found.text, own);
  } catch {
    if (own === turn) said.textContent = FAILED;
  }
}

/**
 * Shows more results at a press, and once by itself when the reader gets there.
 * @param isFull whether there are as many as are shown at a time; where there are fewer, more cost much, and only a press gets them
 * @param onDone when all are shown, so that their number is sure
 */
function offerMore(results: Results, own: number, isFull: boolean, onDone: () => void) {
  more.hidden = results.isDone;
  const watch = new IntersectionObserver(([seen]) => {
    if (seen?.isIntersecting) void go(false);
  });
  const go = async (isPressed: boolean) => {
    watch.disconnect();
    if (own !== turn || more.disabled) return;
    more.disabled = true;
    const next = await results.next(AT_A_TIME).catch(() => undefined);
    more.disabled = false;
    if (own !== turn) return;
    if (!next) {
      said.textContent = FAILED;
      return;
    }
    const shown = next.map(showHit);
    hits.append(...shown);
    if (isPressed) shown[0]?.querySelector('a')?.focus();
    more.hidden = results.isDone;
    if (results.isDone) onDone();
  };
  more.onclick = () => void go(true);
  if (!results.isDone && isFull) watch.observe(more);
}

/** Counting costs more than finding, so only who opens the fields is told the numbers. */
async function showNumbers() {
  const own = turn;
  const counts = narrow.open ? await count?.().catch(() => undefined) : undefined;
  if (own === turn) showCounts(form, counts);
}

/** Tells whom to ask about what was not found. */
async function showAdvice(text: string, own: number) {
  const told = await fetchFrom.text(HELP);
  if (own !== turn || told === undefined) return;
  advice.replaceChildren(...advise(JSON.parse(told) as Help, text, MOST_ADVICE).map(showUnit));
  help.hidden = false;
}

/** Shows a question in the form. */
function fill(query: Query) {
  find<HTMLInputElement>('#q').value = query.text;
  find<HTMLSelectElement>('[name=in]').value = query.titleOnly ? 'title' : '';
  find<HTMLSelectElement>('[name=sort]').value = query.sort === 'date' ? 'date' : '';
  for (const name of FACETS) {
    const select = find<HTMLSelectElement>(`[name=${name}]`);
    const value = query.filters[name] ?? '';
    select.value = value;
  }
  const chosen = Object.keys(query.filters).length + Number(query.titleOnly) + Number(query.sort === 'date');
  find('#chosen').textContent = chosen > 0 ? `（已选 ${chosen} 项）` : '';
}

/** Offers the years in which something was published. */
function fillYears(registers: Manifest['registers'], { filters }: Query) {
  const select = find<HTMLSelectElement>('[name=year]');
  const [first, last] = [
    registers.map(({ from }) => from).sort()[0],
    registers
      .map(({ to }) => to)
      .sort()
      .at(-1),
  ];
  const newest = Number(last?.slice(0, 4));
  const years = first ? Array.from({ length: newest - Number(first.slice(0, 4)) + 1 }, (_, at) => String(newest - at)) : [];
  const known = new Set([...select.options].map(({ value }) => value));
  select.append(...years.filter((year) => !known.has(year)).map((year) => new Option(`${year}年`, year)));
  select.value = filters.year ?? '';
}
