import * as desk from './desk.ts';
import { tellPresence } from './office.ts';

/** How often the office is told that an entry is open, in milliseconds; it forgets after three times that. */
const EVERY = 15_000;

/** Tells the office which entry is open here, and the editor who else has it open. */
export function watchPresence() {
  const banner = document.createElement('p');
  banner.className = 'gk-presence';
  banner.setAttribute('role', 'status');
  banner.hidden = true;
  document.body.append(banner);
  let open = '';
  const tell = async () => {
    const folder = location.hash.includes('/entries/') ? desk.currentDesk().folder : '';
    if (open && open !== folder) await tellPresence({ folder: open, left: true }).catch(() => undefined);
    open = folder;
    const { names } = folder ? await tellPresence({ folder }).catch(() => ({ names: [] })) : { names: [] };
    banner.hidden = names.length === 0;
    banner.textContent = names.length > 0 ? `${names.join('、')}正在编辑这条内容。请先商量再改，以免互相覆盖。` : '';
  };
  desk.subscribe(() => void (open !== desk.currentDesk().folder && tell()));
  window.addEventListener('hashchange', () => void tell());
  window.addEventListener('pagehide', () => {
    if (open)
      navigator.sendBeacon('/api/content/presence', new Blob([JSON.stringify({ folder: open, left: true })], { type: 'application/json' }));
  });
  setInterval(() => void tell(), EVERY);
}
