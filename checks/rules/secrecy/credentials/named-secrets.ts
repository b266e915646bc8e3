import type { Stretch } from '../../../text/apart.ts';
import { isPlaceholder } from './placeholder.ts';

/** A name and a value as programs, headers and settings have them: `X-App-Secret: …`, `REDIS_PASS=…`, `"apiKey": "…"`. */
const PAIR =
  /(?<![A-Za-z0-9_.-])(?<name>[A-Za-z][A-Za-z0-9]{0,30}(?:[_.-][A-Za-z0-9]{1,30}){0,6})["']?[ \t]{0,4}(?:=>|[:=])[ \t]{0,4}["'“]?(?:Bearer |Basic )?(?<value>(?![{[(]+["'])[!-~]{6,200}?)(?=["'”`,;\s]|[^!-~]|$)/gu;
/** Commands that set one: `snmp-agent community read …`, `password cipher …`. */
const COMMAND =
  /(?:snmp-(?:agent|server)\s+community(?:\s+(?:read|write|cipher|ro|rw))*|(?:password|secret|key)\s+(?:cipher|simple|irreversible-cipher|[057])|pre-shared-key(?:\s+(?:cipher|simple))?|key-string|identified\s+(?:with\s+\w+\s+)?by(?:\s+password)?|mysql(?:dump)?\s[^\n]{0,60}?-p(?=\S))\s*["']?(?<value>[!-~]{6,100}?)(?=["'`,;\s]|[^!-~]|$)/giu;
/** Handed over by a program behind the name of the account: `server.login("…", "…")`. */
const HANDED = /\.(?:login|log_?in|auth|authenticate|connect)\(\s*["'][^"'\n]{1,80}["']\s*,\s*["'](?<value>[!-~]{6,100}?)["']/giu;
/** In Chinese, whatever the thing is called that opens: `预共享密钥 …`, `团体字：…`. */
const TOLD =
  /(?:密[钥匙]|秘钥|私钥|团体[字名]|令牌|授权码|(?:加解?密|签名)(?:密钥|串|盐))[ \t]*(?:统一|均|已)?(?:[为是用]|设为|[:：=])?[ \t"“'(（]{0,3}(?<value>(?=[!-~]*\d)(?=[!-~]*[A-Za-z])[\w!@#$%^&*+/=.~-]{8,200}|[A-Z]{16}|[a-z]{16})(?![\w])/gu;

/** What a name must say at its end, its words apart. */
const SECRET =
  /(?:^|_)(?:secret|token|password|passwd|pass|pwd|passphrase|credentials?|psk|auth|authorization|apikey|appkey|secretkey|accesskey)$/u;
/** A key is one of a program by the word before it. */
const KEY =
  /(?:^|_)(?:app|api|access|secret|private|auth|sign|signing|encrypt|encryption|aes|des|sm4|session|security|master|client|license)_?key$/u;
const NO_SECRET = /csrf|xsrf|public|example|sample|max|min|len|type|url|uri|path|expire|ttl/u;

/** `xAppSecret` and `X-App-Secret` in the same words. */
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/gu, '$1_$2')
    .replace(/[.-]/gu, '_')
    .toLowerCase();

/** What was made by chance has digits among its letters, or signs. */
const isRandom = (value: string): boolean =>
  /\d/u.test(value) &&
  /[A-Za-z]/u.test(value) &&
  !/^(?:https?:|\/|\d{4}-\d|v?\d+\.\d)/u.test(value) &&
  !/^[a-z]+[-_.][a-z]+\d?$/u.test(value);

/** Where a name that says that it is a secret has a value by its side that looks like one. */
export function namedSecrets(text: string): Stretch[] {
  const pairs = [...text.matchAll(PAIR)].filter(({ groups }) => {
    const words = wordsOf(groups!.name!);
    return (SECRET.test(words) || KEY.test(words)) && !NO_SECRET.test(words) && isRandom(groups!.value!);
  });
  return [...pairs, ...text.matchAll(COMMAND), ...text.matchAll(HANDED), ...text.matchAll(TOLD)].flatMap(({ 0: found, index, groups }) => {
    const value = groups!.value!;
    if (isPlaceholder(value)) return [];
    const start = index + found.lastIndexOf(value);
    return [{ start, end: start + value.length }];
  });
}
