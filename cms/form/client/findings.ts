import type { FormFinding, Moved, Returned } from '../api.ts';
import * as desk from './desk.ts';
import { makeSavable } from './make-savable.ts';

const HEADINGS: Readonly<Record<FormFinding['effect'], string>> = {
  refuse: '改好才能保存',
  block: '改好才能提交审核',
  warn: '提醒，会随稿件送给审核的人',
};

/** Keeps one list of everything that the checks found beside the form, for as long as an entry is open. */
export function showFindings() {
  const panel = document.createElement('aside');
  panel.className = 'gk-findings';
  panel.setAttribute('aria-live', 'polite');
  panel.setAttribute('aria-label', '检查结果');
  document.body.append(panel);
  const draw = () => {
    const { findings, returned, moved } = desk.currentDesk();
    const isOpen = (findings.length > 0 || returned !== undefined || moved !== undefined) && /\/(?:new|entries\/)/u.test(location.hash);
    panel.hidden = !isOpen;
    if (!isOpen) return;
    const notes = [...(moved ? [toNote(moved)] : []), ...(returned ? [toReason(returned)] : [])];
    panel.replaceChildren(...notes, ...(findings.length > 0 ? [toList(findings)] : []));
  };
  desk.subscribe(draw);
  window.addEventListener('hashchange', draw);
  draw();
}

function toList(findings: readonly FormFinding[]): Element {
  const whole = Object.assign(document.createElement('details'), { open: true });
  whole.append(element('summary', `检查结果 ${findings.length} 条`));
  for (const effect of ['refuse', 'block', 'warn'] as const) {
    const these = findings.filter((finding) => finding.effect === effect);
    if (these.length === 0) continue;
    const list = element('ul');
    list.append(...these.map(toItem));
    const heading = element('h3', HEADINGS[effect]);
    heading.className = `gk-${effect}`;
    whole.append(heading, list);
  }
  return whole;
}

function toItem({ where, message, excerpt, basis }: FormFinding): Element {
  const item = element('li');
  if (where) item.append(element('strong', where), '　');
  if (excerpt) item.append(element('q', excerpt), '　');
  item.append(message);
  if (basis) item.append(element('small', `依据：${basis}`));
  return item;
}

function toReason({ by, at, reason, place }: Returned): Element {
  const whole = Object.assign(element('section'), { className: 'gk-returned' });
  const time = new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });
  whole.append(element('h3', `${by}退回，${time}`));
  const words = element('p');
  if (place) words.append(element('strong', place), '　');
  words.append(reason);
  whole.append(words, element('p', '按意见改好，保存，再提交审核。'));
  return whole;
}

function toNote({ words, isSettled }: Moved): Element {
  const whole = Object.assign(element('section'), { className: 'gk-returned' });
  whole.append(element('p', words));
  if (isSettled) {
    whole.append(element('p', '这份稿件签齐以后，会重新发布到网上。'));
    return whole;
  }
  const button = Object.assign(element('button', '不改文字'), { type: 'button' });
  button.addEventListener('click', makeSavable);
  whole.append(element('p', '要重新发布的，改好以后保存，再提交审核。没有要改的，先点“不改文字”，再保存、提交。'), button);
  return whole;
}

const element = (name: string, text = '') => Object.assign(document.createElement(name), { textContent: text });
