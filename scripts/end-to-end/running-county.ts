import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from '../../cms/form/testing/chromium.ts';
import { Accounts } from '../../cms/office/accounts/accounts.ts';
import { CHEAP } from '../../cms/office/accounts/testing/cheap.ts';
import { createOffice } from '../../cms/office/http/office.ts';
import { type OpenOffice, openOffice } from '../open-office.ts';
import { serveOffice } from '../serve-office.ts';

const PASSWORD = 'qinglan trial 2026';
/** Longest wait for anything in a browser, in milliseconds. */
const PATIENCE = 90_000;
/** What people work at, in pixels. */
const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** The sample county with everything that `npm start` runs, but for the time that a guessed password costs, and browsers in which its people are logged in. */
export class RunningCounty {
  readonly office: OpenOffice;
  /** Folder with repository, state and the public site. */
  readonly place: string;
  readonly origin: string;
  readonly #browser: Browser;
  readonly #close: () => Promise<void>;

  private constructor(office: OpenOffice, place: string, url: string, browser: Browser, close: () => Promise<void>) {
    this.office = office;
    this.place = place;
    this.origin = new URL(url).origin;
    this.#browser = browser;
    this.#close = close;
  }

  /** @param unit the only one whose entries are there; banners are not, so that the site is soon built */
  static async open(unit: string): Promise<RunningCounty> {
    const place = mkdtempSync(join(tmpdir(), 'gongkai-county-'));
    cpSync('content', join(place, 'content'), { recursive: true, filter: isOf(unit) });
    const browser = await launch();
    // Whatever the office and its processes write for a moment is to be found beside what they keep; not so the browser's own files.
    process.env.TMPDIR = join(place, 'temporary');
    mkdirSync(process.env.TMPDIR);
    const opened = await openOffice({
      repository: join(place, 'portal.git'),
      content: join(place, 'content'),
      host: 'www.qinglan.gov.example',
      state: join(place, 'state'),
      out: join(place, 'site'),
      publicSite: 'https://www.qinglan.gov.example/',
    });
    const parts = { ...opened.parts, accounts: new Accounts(join(place, 'state'), CHEAP) };
    const office = { ...opened, parts, fetch: createOffice(parts).fetch };
    const { url, close } = await serveOffice(office, '127.0.0.1', 0);
    const closeAll = async () => {
      await close();
      parts.accounts.close();
    };
    return new RunningCounty(office, place, url, browser, closeAll);
  }

  /** Somebody of the county, logged in and at an address of the office. */
  async logIn(id: string, path: string, screen: keyof typeof SCREENS = 'desk'): Promise<Page> {
    await this.office.parts.accounts.add(id, PASSWORD);
    const context: BrowserContext = await this.#browser.newContext({ viewport: SCREENS[screen], locale: 'zh-CN' });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(`${this.origin}/login?to=${encodeURIComponent(path)}`);
    await page.getByLabel('账号').fill(id);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL(({ pathname }) => pathname === path);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#close();
    rmSync(this.place, { recursive: true, force: true });
  }
}

const isOf = (unit: string) => (path: string) =>
  path.startsWith('content/entries/') ? path.split('/')[2] === unit : !(path.startsWith('content/images/') && path.endsWith('.jpg'));
