import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real OpenID provider on this machine, at which whoever is named logs in without being asked. */
export class TestProvider {
  readonly issuer: string;
  /** Who logs in next, as the provider calls them. */
  person = '';
  readonly #server: Server;

  private constructor(server: Server, back: string) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: 'office', client_secret: 'a secret of tests', redirect_uris: [back] }],
      pkce: { required: () => true },
      claims: { openid: ['sub'], profile: ['staff_id'] },
      findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, staff_id: id.replace('staff:', '') }) }),
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async ({ oidc: { client, session, provider: own } }) => {
        const grant = new own.Grant({ accountId: session!.accountId!, clientId: client!.clientId });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
      cookies: { keys: ['keys of tests'] },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) answer(request, response);
      else provider.interactionFinished(request, response, { login: { accountId: this.person } }, { mergeWithLastSubmission: false });
    });
  }

  /** @param back address that the provider may send browsers back to */
  static async open(back: string): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TestProvider(server, back);
  }

  /** What a browser does at the provider. @returns the address that it is sent back to */
  async visit(address: string, person: string): Promise<string> {
    this.person = person;
    const cookies = new Map<string, string>();
    for (let at = address; ; ) {
      const headers = { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
      const answer = await fetch(at, { redirect: 'manual', headers });
      for (const line of answer.headers.getSetCookie())
        cookies.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1, line.indexOf(';')));
      const to = answer.headers.get('Location');
      if (!to) throw new Error(`the provider answered ${answer.status} ${await answer.text()}`);
      at = new URL(to, at).href;
      if (!at.startsWith(this.issuer)) return at;
    }
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
