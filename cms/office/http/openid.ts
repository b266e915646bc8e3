import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import type { Flow, Provider } from './provider.ts';

/** What a county's file says of its OpenID provider. */
export const openIdSettings = z.strictObject({
  /** What people call it. */
  name: z.string().min(1).max(20),
  issuer: z.url(),
  client_id: z.string().min(1),
  client_secret: z.string().min(1).optional(),
  /** The claim that holds a person's account. */
  claim: z.string().min(1).default('sub'),
  scope: z.string().min(1).default('openid profile'),
});
export type OpenIdSettings = z.infer<typeof openIdSettings>;

/** Seconds that the provider may take to answer. */
const PATIENCE = 10;

/** Logging in by OpenID Connect: authorization code with state, nonce and PKCE. Everything the provider says is verified. */
export class OpenId implements Provider {
  readonly name: string;
  readonly #settings: OpenIdSettings;
  #found: Promise<Configuration> | undefined;

  constructor(settings: OpenIdSettings) {
    this.name = settings.name;
    this.#settings = settings;
  }

  async begin(back: string): Promise<{ url: string; flow: Flow }> {
    const provider = await this.#discover();
    const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: back,
      scope: this.#settings.scope,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, flow };
  }

  async finish({ state, nonce, verifier }: Flow, at: URL): Promise<string | undefined> {
    const provider = await this.#discover();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(provider, at, checks);
    const claims = tokens.claims()!;
    const { claim } = this.#settings;
    const said = claims[claim] ?? (await fetchUserInfo(provider, tokens.access_token, claims.sub))[claim];
    return typeof said === 'string' ? said : undefined;
  }

  /** Asks the provider about itself, once; again after a failure, so that the office may start before it. */
  #discover(): Promise<Configuration> {
    if (!this.#found) {
      const { issuer, client_id, client_secret } = this.#settings;
      const isHere = new URL(issuer).hostname === '127.0.0.1';
      const options = { timeout: PATIENCE, ...(isHere && { execute: [allowInsecureRequests] }) };
      const found = discovery(new URL(issuer), client_id, client_secret, undefined, options);
      found.catch(() => (this.#found = undefined));
      this.#found = found;
    }
    return this.#found;
  }
}
