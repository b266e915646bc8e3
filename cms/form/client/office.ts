import { TOO_MUCH_AT_ONCE, UPLOAD_LIMITS } from '../../model/upload-limits.ts';
import type {
  Conflict,
  DraftAct,
  Found,
  ListedEntry,
  Named,
  NewFolder,
  OpenedEntry,
  Others,
  Page,
  Presence,
  PreviewedPage,
  PreviewRequest,
  Refusal,
  Saved,
  SaveRequest,
  Settings,
} from '../api.ts';

/** An answer other than yes. Its text is all that Decap shows, so it has no name before it. */
export class OfficeError extends Error {
  override readonly name = '';
  readonly status: number;
  readonly answer: Partial<Refusal & Conflict>;
  constructor(status: number, answer: Partial<Refusal & Conflict>) {
    super(answer.message ?? '办公系统没有回应。过一会儿再试；文字还留在这一页上。');
    this.status = status;
    this.answer = answer;
  }
}

const BASE = '/api/content/';

export const readSettings = () => get<Settings>('settings');
export const listEntries = (unit: string, type: string, after?: string) => get<Page>('entries', { unit, type, ...(after && { after }) });
/** Every published entry of a collection, for search. */
export const listAllEntries = (unit: string, type: string) => get<ListedEntry[]>('all-entries', { unit, type });
export const listDrafts = () => get<ListedEntry[]>('drafts');
export const openEntry = (folder: string) => get<OpenedEntry>('entry', { folder });
export const findEntries = (q: string) => get<Found>('find', { q });
/** Where a new entry is to be saved: the office says it. */
export const nameFolder = (asked: NewFolder) => post<Named>('new', asked);
export const submit = (act: DraftAct) => post<{ version: string }>('submit', act);
export const recall = (act: DraftAct) => post<{ version: string }>('recall', act);
export const discard = (act: DraftAct) => post<object>('discard', act);
export const tellPresence = (presence: Presence) => post<Others>('presence', presence);
export const logOut = () => answerOf<object>(fetch('/api/logout', { method: 'POST' }));
/** The page as citizens would see it, as HTML. */
export const previewEntry = (asked: PreviewRequest) => post<PreviewedPage>('preview', asked);

/** Saves an entry together with files that the office does not have yet. */
export async function saveEntry(entry: SaveRequest, files: readonly File[]): Promise<Saved> {
  // The office would close the connection before a browser has sent so much, and nobody would read its answer.
  if (files.reduce((sum, { size }) => sum + size, 0) > UPLOAD_LIMITS.save) throw new OfficeError(413, { message: TOO_MUCH_AT_ONCE });
  const form = new FormData();
  form.set('entry', JSON.stringify(entry));
  for (const file of files) form.append('file', file, file.name);
  return answerOf(fetch(`${BASE}entry`, { method: 'POST', body: form }));
}

/** Where a file of an entry can be fetched. */
export const fileUrl = (folder: string, name: string) => `${BASE}file/${folder}/${encodeURIComponent(name)}`;

function get<T>(action: string, query: Record<string, string> = {}): Promise<T> {
  const asked = new URLSearchParams(query).toString();
  return answerOf(fetch(`${BASE}${action}${asked ? `?${asked}` : ''}`, { headers: { Accept: 'application/json' } }));
}

function post<T>(action: string, body: object): Promise<T> {
  return answerOf(
    fetch(`${BASE}${action}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  );
}

async function answerOf<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked.catch(() => undefined);
  if (!response) throw new OfficeError(0, {});
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  if (response.status === 401)
    throw new OfficeError(401, { message: '登录已经失效。另开一页重新登录，再回到这里保存；文字还留在这一页上。' });
  throw new OfficeError(response.status, answer);
}
