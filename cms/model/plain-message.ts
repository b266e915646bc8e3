import { MAIN_TRAILERS } from './main-act.ts';
import { TRAILERS } from './record.ts';

const { correction, emergency, confirm, withdraw, takeDown, merge, takeOver, settings, keyReason, purge, editedBy } = MAIN_TRAILERS;
/** What people wrote, each one JSON string. */
const WORDS: ReadonlySet<string> = new Set([
  ...[correction, emergency, confirm, withdraw, takeDown, merge, takeOver, settings, keyReason, purge],
  ...['Words', 'Place'],
]);
const OTHERS = ['Draft-Act', 'Publish-At', 'Clock-Set-Back', 'Key-Proof', 'Rewritten-From'];
const NAMES: ReadonlySet<string> = new Set([...Object.values(TRAILERS), ...Object.values(MAIN_TRAILERS), ...WORDS, ...OTHERS]);
/** Those of which a message may have several. */
const REPEATED: ReadonlySet<string> = new Set([TRAILERS.signOff, editedBy, 'Rewritten-From']);

/**
 * Whether a message is written as the office writes it, so that people read in it what programs do: a title, an empty line, and known
 * trailers with nothing between, before or behind them.
 */
export function isPlainMessage(message: string, title: string): boolean {
  if (!message.startsWith(`${title}\n\n`) || !message.endsWith('\n')) return false;
  const seen = new Set<string>();
  for (let at = title.length + 2; at < message.length; ) {
    const end = message.indexOf('\n', at);
    const [, name = '', value = ''] = /^([A-Z][A-Za-z-]*): (.+)$/u.exec(message.slice(at, end)) ?? [];
    if (!NAMES.has(name) || (seen.has(name) && !REPEATED.has(name))) return false;
    if (!(WORDS.has(name) ? isOneString(value) : /^[!-~]+(?: [!-~]+)*$/u.test(value))) return false;
    seen.add(name);
    at = end + 1;
  }
  return true;
}

function isOneString(written: string): boolean {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' && JSON.stringify(value) === written;
  } catch {
    return false;
  }
}
