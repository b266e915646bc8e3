// Adds to the lock file the optional packages for other platforms that a registry did not serve when it was
// written; without them `npm ci` refuses the lock file. Run by `npm run lock` after a change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32'];

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const added = findMissing(lock);
for (const [path, entry] of added) lock.packages[path] = entry;
if (added.length > 0) writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json：补上 ${added.length} 个其他平台的软件包。`);

function findMissing({ packages }) {
  const found = new Map();
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`;
      if (packages[path] || packages[`${parent}/${path}`]) continue;
      found.set(path, { version, ...toPlatform(name), ...(dev && { dev }), optional: true });
    }
  return [...found];
}

/** Which machines a binary package is for, as its name says. */
function toPlatform(name) {
  const parts = name.split(/[-/]/u);
  const os = SYSTEMS.filter((system) => parts.includes(system));
  const cpu = PROCESSORS.filter((processor) => parts.includes(processor));
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : [];
  return { ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }), ...(os.length > 0 && { os }) };
}
