import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Examiners } from '../checks/engine/examiners.ts';
import { bundleForm } from '../cms/form/bundle.ts';
import type { Finding } from '../cms/library/finding.ts';
import { placesOf } from '../cms/library/places-of.ts';
import { Accounts } from '../cms/office/accounts/accounts.ts';
import { Audit } from '../cms/office/audit/audit.ts';
import { createOffice } from '../cms/office/http/office.ts';
import type { OfficeParts } from '../cms/office/http/parts.ts';
import { MainLibrary } from '../cms/office/main-library.ts';
import { Refusal } from '../cms/office/store/refusal.ts';
import type { RemoteSettings } from '../cms/office/store/remote.ts';
import { Store } from '../cms/office/store/store.ts';
import type { Render } from '../cms/office/workflow/live.ts';
import { Workflow } from '../cms/office/workflow/workflow.ts';
import { build, type Progress } from '../site/render/build.ts';
import { takeOff } from '../site/render/take-off.ts';
import { toAttachmentReader } from './attachment-reader.ts';
import { isExpected } from './exit.ts';
import { keepLive, type OnDue } from './keep-live.ts';
import { keepMirrored } from './keep-mirrored.ts';
import { keepTidy } from './keep-tidy.ts';
import { keepWarm, toWarm } from './keep-warm.ts';
import { openReview } from './open-review.ts';
import { openPreview } from './preview.ts';
import { toReadText } from './read-text.ts';
import { toFollow } from './to-follow.ts';
import { today } from './today.ts';
import { openWorkdays } from './workdays.ts';

export { serveOffice } from './serve-office.ts';

export interface OpenOfficeOptions extends Pick<OfficeParts, 'address' | 'provider' | 'publicSite'> {
  /** Path of the bare repository. */
  repository: string;
  /** Content folder that the repository is made from when there is none. */
  content: string | undefined;
  /** Host name of the portal, for the addresses in commits. */
  host: string;
  /** Folder with accounts, keys, audit log and index. */
  state: string;
  /** Folder for the releases of the public site. */
  out: string;
  /** Whether people have found the machine's clock right although the repository has later commits. */
  isClockRight?: boolean;
  /** A repository elsewhere that is kept up to date. */
  remote?: RemoteSettings | undefined;
  onProgress?: Progress;
}

export interface OpenOffice {
  parts: OfficeParts;
  /** Answers requests. */
  fetch: ReturnType<typeof createOffice>['fetch'];
  /** Files of the public site, and what is wrong with the content that it was rendered from. */
  site(): { files: number; findings: readonly Finding[] };
  close(): Promise<void>;
}

/** A finding's place as people say it, who have no editor before them. */
const toPlace = (message: string) => message.replace(/^(\S+):(\d+):\d+ /u, '内容库的 $1 第$2行：');

/**
 * Puts the office together and brings repository, index and public site to one state.
 * @throws Refusal when another office has the repository
 */
export async function openOffice(options: OpenOfficeOptions): Promise<OpenOffice> {
  const { repository, content, host, state, out, isClockRight = false, remote, onProgress, address, provider, publicSite } = options;
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const index = join(state, 'index.db');
  const clock = () => new Date();
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const examiners = new Examiners();
    closing.push(() => examiners.close());
    const reader = toAttachmentReader(examiners);
    const review = openReview({ repository, index, today, examiners });
    const store = await Store.open({ repository, content, key: join(state, 'office-key'), host, review, isClockRight });
    closing.push(() => store.close());

    let site: { files: number; findings: readonly Finding[] } = { files: 0, findings: [] };
    const render: Render = async (commit, stop) => {
      const asked = build({
        content: { repository, revision: commit },
        out,
        today: today(),
        reader,
        stop,
        ...(onProgress && { onProgress }),
      });
      site = await asked.catch((error: unknown) => {
        throw isExpected(error) ? new Refusal('failed', toPlace(error.message)) : error;
      });
    };
    const workflow = new Workflow(store, render, (number) => takeOff(out, number));
    await workflow.recover();
    const log = (error: unknown) => console.error(error instanceof Refusal ? error.message : placesOf(error));
    const audit = new Audit(state, clock);
    closing.push(() => audit.close());
    const onDue: OnDue = (person, { folder, number, isLive }) =>
      audit.note({ person, act: 'publish', detail: `${folder} ${number} 定时发布${isLive ? '' : ' 网站没有更新'}` });
    const live = keepLive(workflow, { today, onDue, onError: log });
    if (store.repository.clock.doubt !== undefined) console.error(`现在不能发布。${store.repository.clock.doubt}`);
    const tidy = keepTidy(workflow, log);
    closing.push(
      () => live.stop(),
      () => tidy.stop(),
    );
    if (!workflow.live.fault) await live.now().catch(log);
    if (workflow.live.fault) console.error(`网站没有更新：${workflow.live.fault.words}办公平台照常打开，每分钟再试一次。`);

    const library = new MainLibrary({ repository, index, main: () => store.main(), today });
    const accounts = new Accounts(state);
    closing.push(
      () => library.close(),
      () => accounts.close(),
    );
    await library.at();
    const warm = keepWarm(workflow, toWarm(store, library, review), log);
    closing.push(() => warm.stop());
    const parts: OfficeParts = {
      store,
      workflow,
      accounts,
      audit,
      library,
      form: await bundleForm(),
      preview: openPreview({ repository, index, clock }),
      readText: toReadText(examiners),
      workdaysAt: openWorkdays(repository),
      clock,
      publicSite,
      state,
      ...(address && { address }),
      ...(provider && { provider }),
    };
    const follow = remote && toFollow(parts, remote);
    const mirrored = remote && keepMirrored(store, remote, { tell: (words) => console.error(words), follow });
    closing.push(() => mirrored?.stop());
    warm.soon();
    return { parts, fetch: createOffice(parts).fetch, site: () => site, close };
  } catch (error) {
    await close();
    throw error;
  }
}
