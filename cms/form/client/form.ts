import { DecapCmsCore as CMS } from 'decap-cms-core';
import { zh_Hans } from 'decap-cms-locales';
import { DecapCmsWidgetList } from 'decap-cms-widget-list';
import { DecapCmsWidgetObject } from 'decap-cms-widget-object';
import type { Named } from '../api.ts';
import { createBackend } from './backend.ts';
import { Body } from './controls/body.ts';
import { Choice, Choices, Yes } from './controls/choice.ts';
import { Entries, Entry } from './controls/entry.ts';
import { Attachments, EntryFile } from './controls/files.ts';
import { Day, Line, Lines } from './controls/line.ts';
import { Numbers, Whole } from './controls/number.ts';
import { Texts } from './controls/texts.ts';
import * as desk from './desk.ts';
import { showFindings } from './findings.ts';
import { nameFolder, OfficeError, readSettings } from './office.ts';
import { watchPresence } from './presence.ts';
import { Preview } from './preview.ts';
import { overlay, words } from './words.ts';

const CONTROLS = {
  line: Line,
  lines: Lines,
  day: Day,
  integer: Whole,
  numbers: Numbers,
  choice: Choice,
  choices: Choices,
  yes: Yes,
  texts: Texts,
  entry: Entry,
  entries: Entries,
  'entry-file': EntryFile,
  attachments: Attachments,
  body: Body,
};

/** In pixels. */
const NARROW = 900;

async function start() {
  const settings = await readSettings();
  for (const [name, controlComponent] of Object.entries(CONTROLS)) CMS.registerWidget({ name, controlComponent });
  CMS.registerWidget(DecapCmsWidgetList.Widget());
  CMS.registerWidget(DecapCmsWidgetObject.Widget());
  CMS.registerLocale('zh_Hans', overlay(zh_Hans, words));
  CMS.registerBackend('gongkai', createBackend(settings));
  CMS.registerMediaLibrary({ name: 'none', init: () => ({ show() {}, hide() {}, enableStandalone: () => false }) });
  CMS.registerCustomFormat('gongkai', 'md', { fromFile: JSON.parse, toFile: (values: object) => JSON.stringify(values) });
  for (const { name } of settings.config.collections) CMS.registerPreviewTemplate(name, Preview);
  CMS.registerEventListener({
    name: 'preSave',
    handler: ({ entry }: any) => (entry.get('newRecord') ? withFolder(entry) : undefined),
  });
  // Decap restores a login of this backend by itself and so skips its own login page.
  localStorage.setItem('decap-cms-user', JSON.stringify({ backendName: 'gongkai' }));
  // On a phone there is no room for the page beside the form.
  if (window.innerWidth < NARROW) localStorage.setItem('cms.right-pane', 'none');
  CMS.init({ config: settings.config });
  const clearForNew = () => {
    named = undefined;
    if (location.hash.endsWith('/new')) desk.clear();
  };
  window.addEventListener('hashchange', clearForNew);
  clearForNew();
  showFindings();
  watchPresence();
}

/** Where the new entry that is open will be saved: a second click on 保存 is about the same one. */
let named: Promise<Named> | undefined;

/** The values of a new entry with what Decap makes its path from; the office names the folder. */
async function withFolder(entry: any) {
  const [unit = '', type = ''] = String(entry.get('collection')).split('_');
  named ??= nameFolder({ unit, type }).catch((error) => {
    named = undefined;
    throw error;
  });
  const { folder } = await named;
  const [begun, id] = folder.split('/').slice(-2);
  return entry.get('data').merge({ begun, id });
}

start().catch((error) => {
  if (error instanceof OfficeError && error.status === 401) return location.assign('/login?to=/edit');
  console.error(error);
  const textContent = error instanceof OfficeError ? error.message : '编辑页面打不开。刷新页面再试；还是打不开，告诉县信息办。';
  document.body.append(Object.assign(document.createElement('p'), { className: 'gk-logged-out', textContent }));
});
