import { expect, test } from 'vitest';
import { readFile } from '../read.ts';

/** A record that writes text at a height. */
function textRecord(text: string, y: number, options = 0): Buffer {
  const letters = Buffer.from(text, 'utf16le');
  const record = Buffer.alloc(76 + Math.ceil(letters.length / 4) * 4);
  record.writeUInt32LE(84);
  record.writeUInt32LE(record.length, 4);
  record.writeInt32LE(y, 40);
  record.writeUInt32LE(text.length, 44);
  record.writeUInt32LE(76, 48);
  record.writeUInt32LE(options, 52);
  letters.copy(record, 76);
  return record;
}

function header(): Buffer {
  const record = Buffer.alloc(88);
  record.writeUInt32LE(1);
  record.writeUInt32LE(88, 4);
  record.write(' EMF', 40, 'latin1');
  return record;
}

test('the text of a metafile is joined by height', async () => {
  const { format, pieces, traits } = await readFile(
    'a.emf',
    Buffer.concat([header(), textRecord('图里', 10), textRecord('的话', 10), textRecord('下一行', 20)]),
  );
  expect(format).toBe('emf');
  expect(pieces).toContainEqual({ text: '图里的话\n下一行', where: '图形', kind: 'shape', isHidden: false });
  expect(traits).toEqual([]);
});

test('text given as glyphs is told to be unseen', async () => {
  const { traits } = await readFile('a.emf', Buffer.concat([header(), textRecord('xx', 10, 0x10)]));
  expect(traits).toEqual([{ kind: 'unseen', where: '图形' }]);
});
