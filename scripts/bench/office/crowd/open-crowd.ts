import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Accounts } from '../../../../cms/office/accounts/accounts.ts';
import { makePassword } from '../../../../cms/office/accounts/password.ts';
import { makeRepository } from '../../repository.ts';
import { type Post, writeCountyOf } from './county-of-editors.ts';
import { Editor } from './editor.ts';
import { type OfficeProcess, startOffice } from './office-process.ts';

export interface Crowd {
  office: OfficeProcess;
  /** Path of its repository. */
  repository: string;
  logIn(post: Post): Promise<Editor>;
}

/** Opens an office of its own in an empty folder, on a library of so many entries, with an account for each of these editors. */
export async function openCrowd(folder: string, posts: readonly Post[], entries: number): Promise<Crowd> {
  const at = (name: string) => join(folder, name);
  const repository = at('content.git');
  const password = makePassword();
  writeCountyOf(posts, at('content'), entries);
  makeRepository(repository, at('content'));
  mkdirSync(at('state'), { mode: 0o700 });
  const accounts = new Accounts(at('state'));
  for (const { id } of posts) await accounts.add(id, password);
  accounts.close();
  const office = await startOffice(['--repo', repository, '--state', at('state'), '--out', at('site')]);
  return {
    office,
    repository,
    async logIn({ id }) {
      const editor = new Editor(office.origin);
      await editor.logIn(id, password);
      return editor;
    },
  };
}
