import type { Context } from 'hono';
import { screen } from '../../desk/screen.ts';
import { openFile, shelvesOf } from '../../settings/files.ts';
import { AT, type Edited, MOST, showFiles, showShelves, type ToldSettings } from '../../settings/pages.ts';
import { isOffice } from '../../store/people.ts';
import { Refusal } from '../../store/refusal.ts';
import { judgeSettings } from '../../workflow/settings.ts';
import { Flash } from '../flash.ts';
import { textOf } from '../form-text.ts';
import type { OfficeEnv, Routes } from '../parts.ts';

type Asking = Context<OfficeEnv>;

/** Settings, for the information office: what `gongkai settings` does, by the same rules, with the change and what the checks say before one's eyes. */
export const settings: Routes = (app, { store, workflow, library, audit }) => {
  const flash = new Flash<ToldSettings>();

  app.get(AT, async (c) => {
    requireOffice(c);
    const shelves = await shelvesOf(store, await library.at());
    return screen(c, '设置', showShelves(shelves, flash.take(c.var.csrf, AT)));
  });

  app.get(`${AT}/file`, async (c) => {
    requireOffice(c);
    const { folder = '', name = '' } = c.req.query();
    const paths = c.req.queries('path') ?? [];
    if (paths.length === 0 && folder === '') throw new Refusal('wrong', '没有勾选文件。返回上一页，勾选以后再改。');
    const files = await openAll(paths.length === 0 ? [folder + name.trim()] : paths);
    const edited = files.map((file) => ({ file, bytes: '', isRemoved: false }));
    return screen(c, files.length === 1 ? files[0]!.path : '设置', showFiles(edited, c.var.csrf));
  });

  app.post(`${AT}/check`, async (c) => {
    requireOffice(c);
    const form = await c.req.parseBody({ all: true });
    const edited = await readEdited(form, await proposedIn(form));
    const title = edited.length === 1 ? edited[0]!.file.path : '设置';
    try {
      const { findings } = await judgeSettings(store, c.var.person, toChanges(edited));
      return screen(c, title, showFiles(edited, c.var.csrf, { findings }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return screen(c, title, showFiles(edited, c.var.csrf, { fault: error.message }), 409);
    }
  });

  app.post(AT, async (c) => {
    requireOffice(c);
    const form = await c.req.parseBody({ all: true });
    const edited = await readEdited(
      form,
      allOf(form.bytes).map((bytes) => Buffer.from(bytes, 'base64')),
    );
    const { person, csrf } = c.var;
    const { commit, isLive } = await workflow.changeSettings(person, toChanges(edited), textOf(form.reason).trim());
    const paths = edited.map(({ file }) => file.path);
    const detail = isLive ? paths.join(' ') : `${paths.join(' ')} 网站没有更新`;
    const isLogged = audit.note({ person: person.id, act: 'settings', detail });
    flash.tell(csrf, AT, { paths, commit, isLive, isLogged });
    return c.redirect(AT, 303);
  });

  /** The files that a form names, each with what it would be. @param proposed of each; undefined to leave it as it is */
  async function readEdited(form: Form, proposed: readonly (Buffer | undefined)[]): Promise<Edited[]> {
    const files = await openAll(allOf(form.path));
    const [befores, removed] = [allOf(form.before), allOf(form.remove)];
    return files.map((file, nth): Edited => {
      const isRemoved = removed.includes(file.path);
      const bytes = proposed[nth];
      const text = file.text === undefined || isRemoved ? undefined : bytes?.toString('utf8');
      return { file: { ...file, before: befores[nth] ?? '' }, text, bytes: isRemoved ? '' : (bytes?.toString('base64') ?? ''), isRemoved };
    });
  }

  async function openAll(paths: readonly string[]) {
    if (paths.length > MOST) throw new Refusal('wrong', `一次最多改 ${MOST} 个文件。分几次改。`);
    const files = await Promise.all([...new Set(paths)].map((path) => openFile(store, path)));
    const found = files.filter((file) => file !== undefined);
    if (found.length === 0 || found.length < paths.length)
      throw new Refusal('missing', '没有这样的设置。文件名只用小写字母、数字和横线，扩展名用 .yaml；条目不在设置里改。');
    return found;
  }
};

type Form = Record<string, string | File | (string | File)[]>;

/** All values of a field, as texts. */
const allOf = (value: Form[string] | undefined): string[] => (value === undefined ? [] : [value].flat().map(textOf));

/** What a form proposes for each of its files: a text, or a picture, of which one that is empty leaves it as it is. */
async function proposedIn(form: Form): Promise<(Buffer | undefined)[]> {
  const pictures = [form.file ?? []].flat().filter((each) => each instanceof File);
  const paths = allOf(form.path);
  const texts = allOf(form.text);
  return Promise.all(
    paths.map(async (path, nth) => {
      if (!path.startsWith('images/')) return Buffer.from((texts[nth] ?? '').replace(/\r\n?/gu, '\n'));
      const picture = pictures.shift();
      return picture && picture.size > 0 ? Buffer.from(await picture.arrayBuffer()) : undefined;
    }),
  );
}

/** What is asked of the workflow: files that nobody touched are left out. */
const toChanges = (edited: readonly Edited[]) =>
  edited.flatMap(({ file: { path, before, text }, bytes, isRemoved }) => {
    if (isRemoved) return { path, bytes: undefined, before };
    const isUntouched = text === undefined && bytes === '';
    return isUntouched ? [] : { path, bytes: Buffer.from(bytes, 'base64'), before };
  });

function requireOffice(c: Asking): void {
  if (!isOffice(c.var.person)) throw new Refusal('forbidden', '设置只有县信息办能看、能改。');
}
