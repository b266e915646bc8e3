import type { Context } from 'hono';
import { screen } from '../../desk/screen.ts';
import { openFile, shelvesOf } from '../../settings/files.ts';
import { AT, type Proposed, showFile, showShelves, type ToldSettings } from '../../settings/pages.ts';
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
    const { path = '', folder = '', name = '' } = c.req.query();
    const file = await open(path === '' ? folder + name.trim() : path);
    return screen(c, file.path, showFile(file, c.var.csrf));
  });

  app.post(`${AT}/check`, async (c) => {
    requireOffice(c);
    const form = await c.req.parseBody();
    const file = await open(textOf(form.path));
    const sent = form.file instanceof File ? Buffer.from(await form.file.arrayBuffer()) : undefined;
    const text = sent ? undefined : textOf(form.text).replace(/\r\n?/gu, '\n');
    const bytes = form.remove === 'yes' ? undefined : (sent ?? Buffer.from(text!));
    const proposed: Proposed = { text: bytes && text, bytes: bytes?.toString('base64') };
    try {
      const { findings } = await judgeSettings(store, c.var.person, [{ path: file.path, bytes, before: textOf(form.before) }]);
      return screen(c, file.path, showFile(file, c.var.csrf, { ...proposed, findings }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return screen(c, file.path, showFile(file, c.var.csrf, { ...proposed, fault: error.message }), 409);
    }
  });

  app.post(AT, async (c) => {
    requireOffice(c);
    const form = await c.req.parseBody();
    const { path } = await open(textOf(form.path));
    const bytes = form.remove === 'yes' ? undefined : Buffer.from(textOf(form.bytes), 'base64');
    const { person, csrf } = c.var;
    const file = { path, bytes, before: textOf(form.before) };
    const { commit, isLive } = await workflow.changeSettings(person, [file], textOf(form.reason).trim());
    const isLogged = audit.note({ person: person.id, act: 'settings', detail: isLive ? path : `${path} 网站没有更新` });
    flash.tell(csrf, AT, { path, commit, isLive, isLogged });
    return c.redirect(AT, 303);
  });

  async function open(path: string) {
    const file = await openFile(store, path);
    if (!file) throw new Refusal('missing', '没有这样的设置。文件名只用小写字母、数字和横线，扩展名用 .yaml；条目不在设置里改。');
    return file;
  }
};

function requireOffice(c: Asking): void {
  if (!isOffice(c.var.person)) throw new Refusal('forbidden', '设置只有县信息办能看、能改。');
}
