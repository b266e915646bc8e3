import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker, type LinkResult } from 'linkinator';
import type { Visit } from '../subjects/visit.ts';

/** What came of an address, without where it stands. */
export type Visited = Pick<Visit, 'address' | 'status' | 'trouble' | 'landed'>;

export interface VisitOptions {
  /** Hosts that are visited at the same time; each gets one request at a time. */
  hosts?: number;
  /** Milliseconds for one request. */
  timeout?: number;
  /** Times that a request without answer, or with an error of the server, is made again, with growing pauses. */
  retries?: number;
  userAgent?: string;
  onVisited?: () => void;
}

/** Requests in a row that a host leaves without answer, after which it is left alone. */
const PATIENCE = 3;

/** Visits each address once, by HEAD and where that fails by GET. Never throws: no answer is an outcome, too. */
export async function visitAll(addresses: readonly string[], options: VisitOptions = {}): Promise<Map<string, Visited>> {
  const visited = new Map<string, Visited>();
  const byHost = Map.groupBy(new Set(addresses), (address) => new URL(address).host);
  const waiting = [...byHost.values()];
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-links-'));
  const work = async () => {
    for (let list = waiting.pop(); list; list = waiting.pop())
      for (const each of await visitHost(list, folder, options)) visited.set(each.address, each);
  };
  try {
    await Promise.all(Array.from({ length: options.hosts ?? 8 }, work));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return visited;
}

/** linkinator visits what a page links to, so the addresses of a host are put on a page. */
async function visitHost(
  addresses: readonly string[],
  folder: string,
  { timeout = 15_000, retries = 1, userAgent, onVisited = () => {} }: VisitOptions,
): Promise<Visited[]> {
  const name = `${crypto.randomUUID()}.html`;
  writeFileSync(
    join(folder, name),
    addresses.map((address) => `<a href="${address.replaceAll('"', '%22').replaceAll('&', '&amp;')}"></a>`).join('\n'),
  );
  const checker = new LinkChecker();
  const results = new Map<string, LinkResult>();
  const landed = new Map<string, string>();
  let silent = 0;
  checker.on('link', (result) => {
    if (result.parent === undefined) return;
    if (!results.has(result.url)) onVisited();
    results.set(result.url, result);
    if (result.status === 0) silent++;
    else if (result.status !== undefined) silent = 0;
  });
  checker.on('redirect', ({ url, targetUrl }) => targetUrl !== undefined && landed.set(url, targetUrl));
  await checker.check({
    path: name,
    serverRoot: folder,
    concurrency: 1,
    timeout,
    redirects: 'warn',
    retry: false,
    retryErrors: retries > 0,
    retryErrorsCount: retries,
    retryErrorsJitter: 1000,
    linksToSkip: async (url) => silent >= PATIENCE && addresses.includes(url),
    ...(userAgent !== undefined && { userAgent }),
  });
  return addresses.map((address) => toVisited(address, results.get(address), landed.get(address)));
}

function toVisited(address: string, result: LinkResult | undefined, landed = address): Visited {
  const status = result?.status ?? 0;
  if (status > 0) return { address, status, landed };
  const errors = (result?.failureDetails ?? []).filter((each) => each instanceof Error);
  const says = (pattern: RegExp) =>
    errors.some(({ name, cause }) => pattern.test(`${name} ${cause instanceof Error ? cause.message : ''}`));
  return { address, status, landed, trouble: says(/redirect count exceeded/u) ? 'circle' : says(/Timeout/u) ? 'slow' : 'unreachable' };
}
