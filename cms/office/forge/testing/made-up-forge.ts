import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Request {
  number: number;
  branch: string;
  title: string;
  reviews: { login: string; state: string; commit: string }[];
  /** GitLab: who approves, and what it has shown, the newest first. */
  approvers: string[];
  shown: string[];
  isClosed: boolean;
}

/** A forge on loopback that answers as the forges document it: `github` and `forgejo` as pulls, `gitlab` as merge requests. */
export class MadeUpForge {
  readonly requests: Request[] = [];
  /** What was asked, as `METHOD path`. */
  readonly asked: string[] = [];
  /** Set to have it answer with this status. */
  broken = 0;
  readonly #kind: 'forgejo' | 'github' | 'gitlab';
  readonly #server = createServer(async (request, response) => {
    this.asked.push(`${request.method} ${request.url}`);
    const isKnown = request.headers.authorization === 'Bearer secret';
    const status = this.broken || (isKnown ? (request.method === 'POST' ? 201 : 200) : 401);
    const body = status < 300 ? await this.#answer(request) : { message: 'no' };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });

  constructor(kind: 'forgejo' | 'github' | 'gitlab') {
    this.#kind = kind;
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close() {
    this.#server.close();
  }

  async #answer(request: IncomingMessage): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://forge');
    if (request.method === 'POST') {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { head, source_branch: source = head, title } = JSON.parse(text);
      const more = { reviews: [], approvers: [], shown: [], isClosed: false };
      this.requests.push({ number: this.requests.length + 1, branch: source, title, ...more });
      return this.#toRequest(this.requests.at(-1)!);
    }
    const [, of, part] = /\/merge_requests\/(\d+)(?:\/(approvals|versions))?$/u.exec(pathname) ?? [];
    if (of !== undefined) return this.#answerOf(this.requests[Number(of) - 1]!, request.method, part);
    if (searchParams.get('page') !== '1') return [];
    const number = /\/(\d+)\/reviews$/u.exec(pathname)?.[1];
    if (number === undefined) return this.requests.filter(({ isClosed }) => !isClosed).map((each) => this.#toRequest(each));
    return this.requests[Number(number) - 1]!.reviews.map(toReview);
  }

  #answerOf(request: Request, method: string | undefined, part: string | undefined) {
    if (method === 'PUT') request.isClosed = true;
    if (part === 'approvals') return { approved: true, approved_by: request.approvers.map((username) => ({ user: { id: 1, username } })) };
    if (part === 'versions') return request.shown.map((head, at) => ({ id: 900 - at, head_commit_sha: head, state: 'collected' }));
    return this.#toRequest(request);
  }

  #toRequest({ number, branch, title }: Request) {
    const common = { id: 100 + number, title, state: 'open', body: '', created_at: '2026-03-20T09:00:00Z' };
    if (this.#kind === 'gitlab')
      return { ...common, iid: number, source_branch: branch, target_branch: 'main', source_project_id: 7, target_project_id: 7 };
    const repo = { id: 7, full_name: 'county/content' };
    return { ...common, number, head: { ref: branch, sha: 'f'.repeat(40), repo }, base: { ref: 'main', repo } };
  }
}

const toReview = ({ login, state, commit }: Request['reviews'][number], at: number) => ({
  id: 80 + at,
  user: { login, id: 1 },
  body: '',
  state,
  commit_id: commit,
  submitted_at: '2026-03-20T10:00:00Z',
});
