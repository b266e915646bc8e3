import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const AUTHOR = 'bench <bench@qinglan.gov.example> 1790000000 +0800';

/** Makes a bare repository whose branch `main` holds a folder in one commit. */
export function makeRepository(repository: string, folder: string) {
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const changes = files.map((file) => toChange(file.slice(folder.length + 1), readFileSync(file)));
  fastImport(repository, Buffer.concat([toHead('corpus'), ...changes]));
}

/** Commits one file to `main`, as the office does it: without a working tree. */
export function commitFile(repository: string, path: string, text: string | Uint8Array) {
  fastImport(repository, Buffer.concat([toHead(path, 'refs/heads/main^0'), toChange(path, Buffer.from(text))]));
}

const toHead = (message: string, parent?: string) =>
  Buffer.from(
    `commit refs/heads/main\ncommitter ${AUTHOR}\ndata ${Buffer.byteLength(message)}\n${message}\n${parent ? `from ${parent}\n` : ''}`,
  );

const toChange = (path: string, bytes: Buffer) =>
  Buffer.concat([Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')]);

function fastImport(repository: string, input: Buffer) {
  execFileSync('git', ['-C', repository, 'fast-import', '--quiet', '--force'], { input, stdio: ['pipe', 'ignore', 'inherit'] });
}
