import { block, defineRule, type Report } from '../../../rule.ts';
import { apart, type Stretch } from '../../../text/apart.ts';
import type { Document } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { CREDENTIAL_FORMS, PRIVATE_KEY, PRIVATE_KEY_HEAD } from './credential-forms.ts';
import { namedSecrets } from './named-secrets.ts';
import { passwordFields } from './password-columns.ts';
import { isHash, isPlaceholder } from './placeholder.ts';

const messages = {
  found: block(({ where }) => `${where}有口令或者密钥。删去，并且立即更换，因为它已经泄露。`),
};

export default defineRule({
  id: 'secrecy/credentials',
  title: '公开的内容里没有口令、密钥和访问令牌',
  basis: [{ law: '中华人民共和国网络安全法' }],
  standards: ['STD-INS-11'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages,
  check,
});

/** Lines of a private key that a reader gives as passages of their own. */
const KEY_LINES = 4;

function check(document: Document, report: Report<typeof messages>) {
  const { passages } = document;
  const fields = Map.groupBy(passwordFields(document), ({ passage }) => passage);
  for (const [index, passage] of passages.entries()) {
    for (const { start, end } of apart([...credentialsIn(passage), ...(fields.get(passage) ?? [])]))
      report('found', passage.spot(start, end));
    const head = PRIVATE_KEY_HEAD.exec(passage.text);
    if (!head) continue;
    const text = passages.slice(index, index + KEY_LINES).map((line) => line.text);
    if (PRIVATE_KEY.test(text.join('\n'))) report('found', passage.spot(head.index, head.index + head[0].length));
  }
}

/** Where credentials stand in a passage, each once. */
function credentialsIn({ text }: Passage): Stretch[] {
  const found: Stretch[] = [];
  for (const { pattern, mayBeHash } of CREDENTIAL_FORMS)
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.value ?? '';
      if (isPlaceholder(value) || (mayBeHash && isHash(value)) || isForGuests(text, match.index)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length });
    }
  return apart([...found, ...namedSecrets(text).filter(({ start }) => !isForGuests(text, start))]);
}

/** How far before a password the network is named that it opens. */
const NEAR = 30;

/** The password of a wireless network for visitors is told to everybody. */
function isForGuests(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  return /无线|Wi-?Fi|热点/iu.test(before) && /免费|公共|公众|访客|读者|图书馆|大厅|来宾/u.test(before) && !/管理|后台|办公/u.test(before);
}
