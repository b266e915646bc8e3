/** A way back to the office's own pages, wherever no entry is open. */
export function showWayHome() {
  const link = Object.assign(document.createElement('a'), { className: 'gk-home', href: '/', textContent: '办公平台首页' });
  document.body.append(link);
  const draw = () => {
    link.hidden = /\/(?:new|entries\/)/u.test(location.hash);
  };
  window.addEventListener('hashchange', draw);
  draw();
}
