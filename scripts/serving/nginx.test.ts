import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HEADERS } from '../serve.ts';

test('the web server of a county says what the server of this project says', () => {
  const conf = readFileSync(new URL('nginx.conf', import.meta.url), 'utf8');
  const said = [...conf.matchAll(/^ {4}add_header ([\w-]+) "(.+)" always;$/gmu)].map(([, name, value]) => [name, value]);
  expect(Object.fromEntries(said)).toEqual(HEADERS);
});
