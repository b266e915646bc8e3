const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The traditional cipher of APPNOTE 6.1, with the twelve leading bytes made from the checksum rather than by chance. */
export function encrypt(data: Uint8Array, password: string, sum: number): Uint8Array {
  const keys: [number, number, number] = [0x12345678, 0x23456789, 0x34567890];
  const crc = (value: number, byte: number) => (value >>> 8) ^ TABLE[(value ^ byte) & 255]!;
  const update = (byte: number) => {
    keys[0] = crc(keys[0], byte);
    keys[1] = (Math.imul((keys[1] + (keys[0] & 255)) | 0, 134775813) + 1) | 0;
    keys[2] = crc(keys[2], keys[1] >>> 24);
  };
  for (const byte of Buffer.from(password)) update(byte);
  const lead = Uint8Array.from({ length: 12 }, (_, i) => (i === 11 ? sum >>> 24 : (sum >>> i) & 255));
  return Uint8Array.from([...lead, ...data], (byte) => {
    const word = (keys[2] | 2) & 0xffff;
    const masked = byte ^ ((Math.imul(word, word ^ 1) >>> 8) & 255);
    update(byte);
    return masked;
  });
}
