/** What must be known again when a browser comes back from a provider. */
export interface Flow {
  state: string;
  nonce: string;
  verifier: string;
}

/** An OpenID provider that says who somebody is. */
export interface Provider {
  /** What people call it, as on the button that leads there. */
  name: string;
  /** Where a browser is to go. @param back where it is to come back to */
  begin(back: string): Promise<{ url: string; flow: Flow }>;
  /** The account that the provider vouches for; undefined when it does not, or this is not the flow that was begun. @param at the address that the browser came back to */
  finish(flow: Flow, at: URL): Promise<string | undefined>;
}
