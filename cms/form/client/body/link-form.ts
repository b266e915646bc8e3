import { type FormEvent, createElement as h, useState } from 'react';

/** @param onDone given an address, or nothing where none was written */
export function LinkForm({ onDone }: { onDone(href?: string): void }) {
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const href = String(new FormData(event.currentTarget).get('href')).trim();
    if (href === '') return onDone();
    if (/^(?:https?:\/\/|\/|mailto:|tel:)/u.test(href)) onDone(href);
    else setWrong(true);
  };
  return h(
    'form',
    { className: 'gk-link', onSubmit: submit },
    h('input', { name: 'href', autoFocus: true, 'aria-label': '网址', placeholder: '网址，以 https:// 或者 / 开头' }),
    h('button', { type: 'submit' }, '确定'),
    isWrong && h('p', { className: 'gk-fault', role: 'status' }, '网址要以 https:// 或者 / 开头。补上再点“确定”。'),
  );
}
