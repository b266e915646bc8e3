import { expect, test } from 'vitest';
import { measure } from './measure.ts';

test('no law is stopped, not the one on secrecy either', async () => {
  const measured = [...(await measure('laws')), ...(await measure('laws-learnt'))];
  expect(measured.length).toBeGreaterThan(1600);
  const stopped = measured.filter(({ verdict }) => verdict === 'block');
  expect(stopped.map(({ labelled, rules }) => `${labelled.id}: ${rules.join(' ')}`)).toEqual([]);
});
