import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HEADERS } from '../serve.ts';

const conf = readFileSync(new URL('nginx.conf', import.meta.url), 'utf8');

test('the web server of a county says what the server of this project says', () => {
  const said = [...conf.matchAll(/^ {4}add_header ([\w-]+) "(.+)" always;$/gmu)].map(([, name, value]) => [name, value]);
  expect(Object.fromEntries(said)).toEqual(HEADERS);
});

test('the index for search is compressed on its way, and files to download are not', () => {
  const compressed = /^ {4}gzip_types (.+);$/mu.exec(conf)![1]!.split(' ');
  const location = /location \^~ \/search\/lookup\/ \{(.+?)\n {4}\}/su.exec(conf)![1]!;
  expect(compressed).toContain(/default_type (\S+);/u.exec(location)![1]);
  expect(compressed).not.toContain('application/octet-stream');
});
