import type { Document } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { isEndOfRange, isRouter, PRIVATE_ADDRESS } from './private-address.ts';

/** Words for what has an address. */
const DEVICES = /服务器|数据库|交换机|防火墙|路由|负载|网关|端口|VLAN|主机|IP|管理地址|设备|机房|终端|子网/iu;
const LEAST = 3;
/** Commands of switches and routers, a line each. */
const COMMAND =
  /(?:^|\n)[ \t]*(?:interface\s+\S|ip\s+(?:address|route|route-static|addr)\s|vlan\s+\d|switchport\s|snmp-agent|snmp-server|hostname\s|sysname\s|undo\s|acl\s|access-list\s|nat\s|router\s|ospf\s|description\s|iptables\s|nameserver\s|gateway\s)/giu;
const COMMANDS = 3;

/** Passages that give the private addresses of several devices: cells of a table, or a text about servers. */
export function topology({ passages, tables }: Document): Passage[] {
  const commands = passages.flatMap(({ text }) => [...text.matchAll(COMMAND)]).length;
  const inTables = tables.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell ?? []));
  const bearing = passages.filter((passage) => addressesOf(passage).length > 0);
  const distinct = new Set(bearing.flatMap(addressesOf));
  const words = bearing.some(({ text }) => DEVICES.test(text)) || inTables.some(({ text }) => DEVICES.test(text));
  const isListed = bearing.flatMap(({ text }) => [...text.matchAll(HOST_LINE)]).length >= LEAST;
  return (distinct.size >= LEAST && (words || isListed)) || (commands >= COMMANDS && bearing.length > 0) ? bearing : [];
}

/** An address and the name of its machine, with nothing else in the line. */
const HOST_LINE = /(?:^|\n)[ \t]*(?:\d{1,3}\.){3}\d{1,3}[ \t]+[a-z][\w.-]{1,40}[ \t]*(?=\n|$)/giu;

const addressesOf = ({ text }: Passage) =>
  [...text.matchAll(PRIVATE_ADDRESS)]
    .filter(({ 0: address, index }) => !isRouter(address) && !isEndOfRange(address) && !isClause(text, index, index + address.length))
    .map(([address]) => address);

/** The number of a clause begins a line and has a sentence behind it. */
const SENTENCE = /^[ \t]+[^\n。;]{10,200}[。;]/u;
const isClause = (text: string, start: number, end: number) =>
  (start === 0 || text[start - 1] === '\n') && SENTENCE.test(text.slice(end, end + 220));
