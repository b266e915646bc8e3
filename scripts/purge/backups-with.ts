import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from '../../cms/office/store/git.ts';

/** Backups whose history was rewritten since: they hold what was purged. @param folder where `gongkai backup` puts them */
export async function backupsWith(folder: string, repository: string, rewritten: ReadonlySet<string>): Promise<string[]> {
  const git = new Git(repository);
  const found: string[] = [];
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const bundle = join(folder, name, 'repository.bundle');
    if (!existsSync(bundle)) continue;
    const heads = await git.line(['bundle', 'list-heads', bundle]).catch(() => '');
    // One that cannot be read may hold it.
    if (heads === '' || heads.split('\n').some((line) => rewritten.has(line.slice(0, 40)))) found.push(join(folder, name));
  }
  return found;
}
