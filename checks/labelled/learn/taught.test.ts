import { expect, test } from 'vitest';
import { readFile } from '../../reading/read.ts';
import { likenessOf } from '../../rules/secrecy/resembling/likeness.ts';
import { statementsOf } from '../../rules/secrecy/resembling/statements.ts';
import { toDocument } from '../../text/document.ts';
import { loadOrdinary, loadTwins } from './taught.ts';

const TWINS = loadTwins();

test('no text is taught twice', () => {
  const texts = [...TWINS.flatMap(({ unfit, fit }) => [unfit, fit]), ...loadOrdinary()];
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
});

test('the net was learnt from these twins: it tells nearly all of them apart', async () => {
  const likest = async (text: string) =>
    Math.max(...statementsOf(toDocument(await readFile('twin.md', Buffer.from(text)))).map((each) => likenessOf(each.text)));
  const apart = await Promise.all(TWINS.map(async ({ unfit, fit }) => (await likest(unfit)) > (await likest(fit))));
  expect(apart.filter(Boolean).length / TWINS.length).toBeGreaterThan(0.97);
});
