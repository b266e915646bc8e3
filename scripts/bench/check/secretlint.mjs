// Runs secretlint's recommended rules over every file of a folder. Run by itself, to be measured.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , peers, folder] = process.argv;
const require = createRequire(join(peers, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { lintSource } = await load('@secretlint/core');
const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const { creator } = await load(PRESET);
const config = { rules: [{ id: PRESET, rule: creator, options: {} }] };

let files = 0;
let found = 0;
for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!item.isFile()) continue;
  const filePath = join(item.parentPath, item.name);
  const source = { content: readFileSync(filePath, 'utf8'), filePath, ext: extname(filePath), contentType: 'text' };
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  files++;
  found += messages.length;
}
console.log(JSON.stringify({ files, found }));
