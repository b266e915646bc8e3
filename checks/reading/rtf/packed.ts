import { Bytes } from '../ole/bytes.ts';
import { nativeFile, type PackedFile } from '../ole/packed-files.ts';
import { picturesIn } from '../ole/pictures.ts';

/** Files in the hexadecimal or binary data of a group: a picture, an OLE 1.0 object ([MS-OLEDS] 2.2.5), a zip or compound file. */
export function packedIn(bytes: Uint8Array, label: string): { files: PackedFile[]; rest?: Uint8Array } {
  const data = new Bytes(bytes);
  const native = data.u32(0) <= 0x10000 && data.u32(4) === 2 ? nativeData(data) : undefined;
  const content = native?.bytes ?? bytes;
  const start = new Bytes(content).u32(0);
  if (native?.name.startsWith('Package')) return { files: [nativeFile(Buffer.concat([new Uint8Array(4), content]))] };
  if (start === 0xe011cfd0 || start === 0x04034b50 || start === 0x46445025) return { files: [{ name: '嵌入对象', bytes: content, label }] };
  const pictures = [...picturesIn(content)];
  return pictures.length > 0 ? { files: pictures } : { files: [], rest: content };
}

/** The class and the data of an embedded object. */
function nativeData(data: Bytes): { name: string; bytes: Uint8Array } {
  let at = 8;
  const string = () => {
    const from = at + 4;
    at = Math.min(data.length, from + data.u32(at));
    return data.text(from, at, 936).replace(/\0[\s\S]*$/, '');
  };
  const name = string();
  string();
  string();
  return { name, bytes: data.slice(at + 4, at + 4 + data.u32(at)) };
}
