import { block, defineRule, type Report, warn } from '../../../rule.ts';
import type { Document } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { isRouter, isWholeRange, OPENED_ADDRESS, PRIVATE_HOST, PRIVATE_RANGE, SERVER_ADDRESS, SHARE } from './private-address.ts';
import { topology } from './topology.ts';

const messages = {
  address: block(({ where }) => `${where}有内部网络的地址。删去，或者换成公众能打开的网址。`),
  topology: block(({ where }) => `${where}列出了内部网络设备的地址。删去地址一栏，不公开网络结构。`),
  name: warn(({ where }) => `${where}有内部网络的网段、主机名或者共享路径。核实是否需要公开，不需要的删去。`),
};

export default defineRule({
  id: 'secrecy/intranet',
  title: '公开的内容里没有内部网络的地址',
  basis: [{ law: '中华人民共和国网络安全法' }],
  standards: ['STD-SEC-06'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages,
  check,
});

function check(document: Document, report: Report<typeof messages>) {
  const blocked = new Set<Passage>();
  for (const passage of document.passages) {
    for (const { 0: address, index } of passage.text.matchAll(SERVER_ADDRESS)) {
      if (isRouter(address)) continue;
      report('address', passage.spot(index, index + address.length));
      blocked.add(passage);
    }
  }
  for (const passage of topology(document)) {
    if (!blocked.has(passage)) report('topology', passage.spot());
    blocked.add(passage);
  }
  for (const passage of document.passages) {
    if (blocked.has(passage)) continue;
    const [first] = [PRIVATE_RANGE, OPENED_ADDRESS, PRIVATE_HOST, SHARE]
      .flatMap((form) => [...passage.text.matchAll(form)])
      .filter(([found]) => !isRouter(found) && !isWholeRange(found));
    if (first) report('name', passage.spot(first.index, first.index + first[0].length));
  }
}
