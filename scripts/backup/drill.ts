import { hash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { verifyChain } from '../../checks/chain/verify-chain.ts';
import { sitePaths } from '../../checks/engine/site-files.ts';
import { placesOf } from '../../cms/library/places-of.ts';
import { readAllowed } from '../../cms/office/store/office-key.ts';
import { readSigningKey } from '../../cms/office/store/ssh-signature.ts';
import { isExpected } from '../exit.ts';
import { openOffice } from '../open-office.ts';
import { hostOf } from '../portal-host.ts';
import { serve } from '../serve.ts';
import type { Restored } from './restore-into.ts';

/** What came of trying out a restored backup. */
export interface Drill {
  /** Files of the site fetched over HTTP, and those of them that came otherwise than they lie in the release. */
  fetched: number;
  wrong: string[];
  /** What is wrong with the chain of signed commits, held against the key that was restored. */
  chain: string[];
  /** How the office's login page answered: its status, or why the office did not open. */
  office: number | string;
}

/** Serves the restored site and fetches every file of it, then opens the office on what was restored. */
export async function drill({ repository, state, out, manifest }: Restored): Promise<Drill> {
  const site = manifest.release === '' ? { fetched: 0, wrong: [] } : await fetchAll(out);
  const office = await tryOffice(repository, state, out);
  return { ...site, office, chain: await verify(repository, join(state, 'office-key')) };
}

async function verify(repository: string, key: string): Promise<string[]> {
  const keys = [...readAllowed(key), readSigningKey(readFileSync(key, 'utf8'))?.publicKey ?? ''];
  const { faults } = await verifyChain({ repository, keys, now: Date.now() });
  return faults.map(({ message }) => message);
}

async function fetchAll(out: string): Promise<{ fetched: number; wrong: string[] }> {
  const server = await serve(out, 0);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const root = realpathSync(join(out, 'current'));
  const wrong: string[] = [];
  let fetched = 0;
  try {
    for (const path of sitePaths(root)) {
      const answer = await fetch(origin + encodeURI(path));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      fetched++;
      if (answer.status !== 200 || hash('sha256', bytes) !== hash('sha256', readFileSync(join(root, path)))) wrong.push(path);
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return { fetched, wrong };
}

async function tryOffice(repository: string, state: string, out: string): Promise<number | string> {
  try {
    const office = await openOffice({
      repository,
      content: undefined,
      host: hostOf(repository),
      state,
      out,
      publicSite: 'http://127.0.0.1/',
    });
    try {
      return (await office.fetch(new Request('http://127.0.0.1/login'))).status;
    } finally {
      await office.close();
    }
  } catch (error) {
    return isExpected(error) ? error.message : placesOf(error).replace(/\s+/gu, ' ');
  }
}
