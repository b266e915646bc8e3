/** Every character of two bytes in GB 18030, by character. */
let table: Map<string, [number, number]> | undefined;

/** A text in GB 18030, for the characters that have two bytes there. */
export function toGb18030(text: string): Uint8Array {
  table ??= new Map(pairs());
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else throw new Error(`GB 18030 has no two bytes for ${character}.`);
  }
  return new Uint8Array(bytes);
}

function* pairs(): Generator<[string, [number, number]]> {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if ([...character].length === 1 && character !== '\ufffd') yield [character, [lead, trail]];
    }
}

export function toUtf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const marked = (mark ? '\ufeff' : '') + text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), order === 'little');
  return new Uint8Array(view.buffer);
}
