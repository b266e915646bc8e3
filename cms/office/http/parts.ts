import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { FormBundle } from '../../form/bundle.ts';
import type { Library } from '../../library/library.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Audit } from '../audit/audit.ts';
import type { Preview } from '../preview.ts';
import type { ReadText } from '../read-text.ts';
import type { Person } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import type { WorkdaysAt } from '../workdays.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Provider } from './provider.ts';
import type { Refused } from './refusals.ts';

/** What the office's pages work with, as `scripts` puts it together. */
export interface OfficeParts {
  store: Store;
  workflow: Workflow;
  accounts: Accounts;
  audit: Audit;
  /** The index of main, brought to its newest commit. */
  library: { at(): Promise<Library> };
  form: FormBundle;
  preview: Preview;
  readText: ReadText;
  /** Working days, for legal deadlines. */
  workdaysAt: WorkdaysAt;
  clock: () => Date;
  /** Address of the public site, for links to live pages. */
  publicSite: string;
  /** Folder with the state of the office. */
  state: string;
  /** Address by which browsers reach the office; without one it answers only to this machine's own names. */
  address?: URL;
  /** Who else may say who somebody is, beside the office's own passwords. */
  provider?: Provider;
}

/** The portal as the office's pages name it. */
export interface Portal {
  name: string;
  sponsor: string;
  phone: string;
}

export interface OfficeEnv {
  /** Of the connection; not there when the office is asked without one. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    portal: Portal;
    /** Who is logged in, with the roles that main gives at this very request. */
    person: Person;
    /** What a form of this session must send back. */
    csrf: string;
    /** The entry or the unit that the request names, for what is written down when it is refused. */
    named?: string;
    /** Address from which somebody goes on who filled in something wrong. */
    back?: string;
    /** What was not done although the answer is none of a refusal, or one of another shape. */
    refused: Refused[];
  };
}

/** Answers of one area, each in a file under `routes/`. */
export type Routes = (app: Hono<OfficeEnv>, parts: OfficeParts) => void;
