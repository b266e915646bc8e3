import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What a script of an afternoon does: a few patterns over the bytes as UTF-8, attachments and all. Run by itself, to be measured.
const PATTERNS = [
  /(?:绝密|机密|秘密)\s*★/u,
  /内部(?:资料|文件)/u,
  /(?<!\d)\d{17}[\dXx](?!\d)/u,
  /(?<!\d)1[3-9]\d{9}(?!\d)/u,
  /(?<!\d)62\d{14,17}(?!\d)/u,
  /(?:密码|password)\s*[:：=]\s*\S+/iu,
  /(?:192\.168|10\.\d+|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+/u,
];

const [, , folder = ''] = process.argv;
let found = 0;
let files = 0;
for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!item.isFile()) continue;
  const text = readFileSync(join(item.parentPath, item.name), 'utf8');
  files++;
  found += PATTERNS.filter((pattern) => pattern.test(text)).length;
}
console.log(JSON.stringify({ files, found }));
