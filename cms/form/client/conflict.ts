import { changeDraftField } from 'decap-cms-core/dist/esm/actions/entries.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { fromJS } from 'immutable';
import type { Conflict, FormValues } from '../api.ts';
import * as desk from './desk.ts';

/**
 * Shows what somebody else saved in the meantime beside what stands in the form, field by field; of a draft that was discarded
 * only what was saved before that. What is chosen stands in the form afterwards; nothing is saved before the editor says so.
 */
export function settleConflict({ message, isDiscarded, author, version, values, base, files = [] }: Partial<Conflict>, mine: FormValues) {
  if (!version || !values) return;
  const other = author || '别人';
  const differing = fieldsOf().filter(
    ({ name }) => !same(mine[name], values[name]) && !(isDiscarded && base !== undefined && same(values[name], base[name])),
  );
  const dialog = document.createElement('dialog');
  dialog.className = 'gk-conflict';
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(
    element('h2', isDiscarded ? `${other}丢弃了这份稿件` : author ? `${author}也改了这份稿件` : '网上的这条内容已经变了'),
    ...(isDiscarded
      ? [element('p', `${message}要保留您写的，先点“确定”，再点“保存”，稿件重新建立；不要了的，点“先不处理”，离开这一页。`)]
      : []),
    ...(isDiscarded && differing.length === 0 ? [] : [element('p', LEAD)]),
    ...differing.map(({ name, label, field }) => {
      const isTheirs = base !== undefined && same(mine[name], base[name]);
      return toRow({ name, label, mine: toText(mine[name], field), theirs: toText(values[name], field), other, isTheirs });
    }),
  );
  const buttons = element('div');
  buttons.className = 'gk-row';
  const settle = Object.assign(element('button', '确定'), { value: 'settle' });
  const later = Object.assign(element('button', '先不处理'), { value: 'later' });
  buttons.append(settle, later);
  form.append(buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'settle') {
      const chosen = new FormData(form);
      for (const { name, field } of differing)
        if (chosen.get(name) === 'theirs')
          store.dispatch(changeDraftField({ field, value: fromJS(values[name]) ?? '', metadata: undefined, entries: [] }));
      desk.rebase(version, files);
    }
    dialog.remove();
  });
  dialog.showModal();
}

const LEAD = '逐项选定保留谁写的，然后再点“保存”。没有列出的内容两份相同；只有对方改过的，已经替您选了对方的。';

/** The fields of the form that is open. */
function fieldsOf(): { name: string; label: string; field: any }[] {
  const { collections, entryDraft } = store.getState();
  const fields = collections.get(entryDraft.getIn(['entry', 'collection'])).get('fields');
  return fields.toArray().map((field: any) => ({ name: field.get('name'), label: field.get('label'), field }));
}

const same = (a: unknown, b: unknown) => toText(a) === toText(b);

interface Row {
  name: string;
  label: string;
  mine: string;
  theirs: string;
  /** Name of the other person. */
  other: string;
  /** Whether only the other one changed it. */
  isTheirs: boolean;
}

function toRow({ name, label, mine, theirs, other, isTheirs }: Row): Element {
  const row = element('fieldset');
  row.append(element('legend', label));
  for (const [value, who, text] of [
    ['mine', '我写的', mine],
    ['theirs', `${other}写的`, theirs],
  ] as const) {
    const choice = element('label');
    const input = Object.assign(document.createElement('input'), {
      type: 'radio',
      name,
      value,
      checked: (value === 'theirs') === isTheirs,
    });
    choice.append(input, element('strong', who), element('pre', text || '（空）'));
    row.append(choice);
  }
  return row;
}

/** A value as an editor can read it: what was chosen, in the words of the form. */
function toText(value: unknown, field?: any): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => toText(item, field)).join('\n');
  if (typeof value === 'object') {
    const inner = (name: string) => field?.get('fields')?.find((each: any) => each.get('name') === name);
    const texts = Object.entries(value).map(([name, each]) => toText(each, inner(name)));
    return texts.filter(Boolean).join('　');
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  const option = field?.get('options')?.find((each: any) => each.get('value') === value);
  return option?.get('label') ?? String(value);
}

const element = (name: string, text = '') => Object.assign(document.createElement(name), { textContent: text });
