import { createElement as h } from 'react';

/** What stands where Decap has its own login: the office has one page for that. */
export function LoggedOut() {
  return h(
    'main',
    { className: 'gk-logged-out' },
    h('h1', null, '已经退出登录'),
    h('p', null, h('a', { href: '/login?to=/edit' }, '重新登录')),
  );
}
