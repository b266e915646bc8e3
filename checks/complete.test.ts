import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isSensitive, type Message } from './rule.ts';
import { rules } from './rules/index.ts';
import { standards } from './standards.ts';

const RULES = fileURLToPath(new URL('rules/', import.meta.url));
/** What every rule explains, under these headings and no other. */
const HEADINGS = ['## 为什么', '## 怎样改', '## 查不到什么'];
/** What a message may say at a place that its data fill. */
const HOLE = '\u{f8ff}';

test('every folder of a rule is listed, and nothing else', () => {
  const named = readdirSync(RULES, { withFileTypes: true })
    .filter((family) => family.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(RULES + name, { withFileTypes: true })
        .filter((rule) => rule.isDirectory())
        .map((rule) => `${name}/${rule.name}`),
    );
  expect(rules.map(({ id }) => id)).toEqual(named.sort());
});

test('what rules on secrecy and privacy find, and only that, must not be seen', () => {
  expect(rules.filter(({ id, sensitive }) => sensitive !== isSensitive(id)).map(({ id }) => id)).toEqual([]);
});

describe.each(rules.map((rule) => ({ rule, id: rule.id })))('$id', ({ rule, id }) => {
  const folder = `${RULES}${id}/`;
  const cases = readdirSync(`${folder}cases`).filter((name) => !name.endsWith('.expected'));

  test('explains itself', () => {
    const text = readFileSync(`${folder}${id.split('/')[1]}.md`, 'utf8');
    const lines = text.replace(/^```.*?^```$/gmsu, '').split('\n');
    expect(lines[0]).toBe(`# ${rule.title}`);
    expect(lines.filter((line) => line.startsWith('#')).slice(1)).toEqual(HEADINGS);
    const empty = HEADINGS.filter((heading) => !/\p{Script=Han}/u.test(lines[lines.indexOf(heading) + 2] ?? ''));
    expect(empty).toEqual([]);
  });

  test('has cases that pass and cases that do not, each of these with what an editor sees', () => {
    const bad = cases.filter((name) => name.startsWith('bad-'));
    expect(cases.filter((name) => !/^(?:ok|bad)-/u.test(name))).toEqual([]);
    expect(bad).not.toEqual([]);
    expect(cases.length - bad.length).toBeGreaterThan(0);
    expect(bad.filter((name) => !existsSync(`${folder}cases/${name}.expected`))).toEqual([]);
  });

  test('says everything it can say in some case', () => {
    const lines = readdirSync(`${folder}cases`)
      .filter((name) => name.endsWith('.expected'))
      .flatMap((name) => readFileSync(`${folder}cases/${name}`, 'utf8').split('\n'))
      .map((line) => line.slice(line.indexOf(` ${id} `) + id.length + 2));
    const unsaid = Object.entries(rule.messages).filter(([, message]) => !lines.some((line) => toPattern(message as Message).test(line)));
    expect(unsaid.map(([key]) => key)).toEqual([]);
  });
});

test('every requirement that rules name is known, and every known one is named or has a reason', () => {
  const named = new Set(rules.flatMap((rule) => rule.standards));
  const states = new Map(standards.map(({ id, state }) => [id, state]));
  expect(states.size).toBe(standards.length);
  expect([...named].filter((id) => states.get(id) !== 'checked')).toEqual([]);
  expect([...states].filter(([id, state]) => state === 'checked' && !named.has(id))).toEqual([]);
  expect(standards.filter(({ id }) => !/^STD-[A-Z0-9]+-\d{2}$/u.test(id))).toEqual([]);
  expect(standards.filter(({ state, reason }) => state !== 'checked' && !/^.{4,}。$/u.test(reason))).toEqual([]);
});

test('no rule names a requirement twice', () => {
  expect(rules.filter((rule) => new Set(rule.standards).size !== rule.standards.length).map(({ id }) => id)).toEqual([]);
});

/** Matches what a message says, whatever its data. */
function toPattern({ say }: Message): RegExp {
  const said = say(new Proxy({} as never, { get: () => HOLE }));
  return new RegExp(`^${said.split(HOLE).map(RegExp.escape).join('.*')}$`, 'u');
}
