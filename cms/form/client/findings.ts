import type { FormFinding } from '../api.ts';
import * as desk from './desk.ts';

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
    const { findings } = desk.currentDesk();
    const isOpen = findings.length > 0 && /\/(?:new|entries\/)/u.test(location.hash);
    panel.hidden = !isOpen;
    if (isOpen) panel.replaceChildren(...toParts(findings));
  };
  desk.subscribe(draw);
  window.addEventListener('hashchange', draw);
  draw();
}

function toParts(findings: readonly FormFinding[]): Element[] {
  const whole = Object.assign(document.createElement('details'), { open: true });
  const parts: Element[] = [element('summary', `检查结果 ${findings.length} 条`)];
  for (const effect of ['refuse', 'block', 'warn'] as const) {
    const these = findings.filter((finding) => finding.effect === effect);
    if (these.length === 0) continue;
    const list = element('ul');
    for (const { where, message } of these) {
      const item = element('li');
      if (where) item.append(element('strong', where), '　');
      item.append(message);
      list.append(item);
    }
    const heading = element('h3', HEADINGS[effect]);
    heading.className = `gk-${effect}`;
    parts.push(heading, list);
  }
  whole.append(...parts);
  return [whole];
}

const element = (name: string, text = '') => Object.assign(document.createElement(name), { textContent: text });
