import type { Member } from '../archive/directory.ts';
import { openZip } from '../archive/open-zip.ts';
import { take } from '../archive/take.ts';
import { Gather } from '../gather.ts';
import { Properties } from '../ooxml/properties.ts';
import type { Reader } from '../reader.ts';
import { isTelling } from '../xml/telling.ts';
import { walkPart } from '../xml/walk-part.ts';
import { looksLikeXml } from '../xml/xml-encoding.ts';
import { OdfStyles } from './odf-styles.ts';
import { OdfText } from './odf-text.ts';

/** OpenDocument text, sheets and slides: content, headers, properties, pictures, objects, macros. */
export const readOdf: Reader = async (source) => {
  const gather = new Gather(source.budget, source.within);
  const zip = openZip(source.bytes);
  if (!zip.isWhole) gather.trait({ kind: 'corrupt', where: '文件' });
  let format = formatOf(source.bytes);
  const styles = new OdfStyles();
  const contents: { part: string; bytes: Uint8Array }[] = [];
  const isManifest = ({ name }: Member) => /META-INF\/manifest\.xml$/iu.test(name);
  for (const member of [...zip.members].sort((a, b) => Number(isManifest(b)) - Number(isManifest(a)))) {
    if (member.name.endsWith('/')) continue;
    const part = member.name.replace(/^\/+/u, '');
    if (isTelling(part)) gather.add({ text: part, where: '文件内部的名称', kind: 'name', isHidden: true });
    const inside = `文件内部数据（${part}）`;
    const bytes = await take(zip, member, source.budget, gather, inside);
    if (/(?:^|\/)(?:content|styles)\.xml$/iu.test(part) && looksLikeXml(bytes)) {
      styles.read(bytes);
      contents.push({ part, bytes });
    } else if (looksLikeXml(bytes) && !/\.svg$/iu.test(part)) {
      walkPart(bytes, inside, gather, (root) => {
        if (root === 'manifest') return { open: (name) => noteEncryption(name, gather) };
        if (/^(?:script-module|module|library|libraries)$/u.test(root)) gather.trait({ kind: 'macro', where: '文件' });
        return root === 'document-meta' ? new Properties(gather) : undefined;
      });
    } else if (gather.traits.some(({ kind }) => kind === 'encrypted')) {
      // What is packed is cipher.
    } else if (bytes.length > 0 && part !== 'mimetype' && !/\.(?:ttf|otf)$|^Configurations2\//iu.test(part)) {
      const isPicture = /^(?:Pictures|media|Thumbnails|ObjectReplacements)\//iu.test(part);
      if (!isPicture) gather.trait({ kind: 'embedded', where: '文件' });
      gather.take(await source.readInner(part.split('/').at(-1)!, bytes), { isHidden: !/^Pictures\//iu.test(part) });
    }
  }
  for (const { part, bytes } of contents) {
    const place = /(?:^|\/)styles\.xml$/iu.test(part)
      ? format === 'odp'
        ? '幻灯片母版'
        : '页面样式'
      : part.includes('/')
        ? '对象'
        : '正文';
    if (/<office:spreadsheet/u.test(Buffer.from(bytes.subarray(0, 2_000_000)).toString('latin1')))
      format = part.includes('/') ? format : 'ods';
    walkPart(bytes, `文件内部数据（${part}）`, gather, () => new OdfText(gather, part.includes('/') ? 'odt' : format, styles, place));
  }
  return gather.reading(format);
};

function noteEncryption(name: string, gather: Gather): undefined {
  if (name === 'encryption-data') gather.trait({ kind: 'encrypted', where: '文件' });
}

function formatOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (/opendocument\.spreadsheet/u.test(head)) return 'ods';
  return /opendocument\.(?:presentation|graphics)/u.test(head) ? 'odp' : 'odt';
}
