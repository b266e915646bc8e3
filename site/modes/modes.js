/*
 * Elderly mode and high contrast, chosen in the head of any page and kept across pages. It is loaded before the styles and sets the
 * classes before anything is painted, so that no page shows itself in another mode first. Without it the buttons lead to the page
 * that tells how to do the same by the browser. Written so that browsers of ten years ago run it.
 */
(() => {
  const root = document.documentElement;
  const KEY = 'modes';
  const MODES = ['elder', 'contrast'];

  function apply() {
    try {
      const kept = (localStorage.getItem(KEY) || '').split(' ');
      for (const mode of MODES) root.classList.toggle(mode, kept.includes(mode));
    } catch {
      // Nothing may be kept here: the choice holds for this page.
    }
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=mode]');
    if (!button) return;
    event.preventDefault();
    root.classList.toggle(button.value);
    try {
      localStorage.setItem(KEY, MODES.filter((mode) => root.classList.contains(mode)).join(' '));
    } catch {
      // As above.
    }
  });
  // Other windows, and pages that come back as they were left.
  addEventListener('storage', apply);
  addEventListener('pageshow', apply);
  apply();
})();
