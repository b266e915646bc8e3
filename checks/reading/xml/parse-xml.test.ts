import { expect, test } from 'vitest';
import { parseXml } from './parse-xml.ts';

function eventsOf(xml: string | Buffer): { state: string; events: string[] } {
  const events: string[] = [];
  const state = parseXml(typeof xml === 'string' ? Buffer.from(xml) : xml, {
    open: (name, attributes) => events.push(`<${name} ${JSON.stringify(attributes)}`),
    text: (text) => events.push(text),
    close: (name) => events.push(`/${name}`),
    aside: (text) => events.push(`(${text})`),
  });
  return { state, events };
}

test('every kind of event comes', () => {
  expect(eventsOf('<!DOCTYPE a><a><!--注--><?指令 话?><x:b y:c="值&amp;"/>文&#x5b57;<![CDATA[<块>]]></a>')).toEqual({
    state: 'well',
    events: ['( a)', '<a {}', '(注)', '(指令 话)', '<b {"y:c":"值&"}', '/b', '文字', '<块>', '/a'],
  });
});

test('after a fault the rest still comes', () => {
  const { state, events } = eventsOf('<a><b>甲</a><c>乙</c>');
  expect(state).toBe('broken');
  expect(events).toContain('甲');
  expect(events).toContain('乙');
});

test('what is no XML at all is given up', () => {
  expect(eventsOf('\u0000'.repeat(1000)).state).toBe('hopeless');
});

test.each([
  ['utf-16le', Buffer.from('\ufeff<a>双</a>', 'utf16le')],
  ['utf-16le without mark', Buffer.from('<a>双</a>', 'utf16le')],
  ['gb2312', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GB2312"?><a>'), Buffer.from('cbab', 'hex'), Buffer.from('</a>')])],
  ['said to be utf-16 and is not', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>双</a>')],
])('text in %s is decoded', (_, bytes) => {
  expect(eventsOf(bytes).events).toContain('双');
});
