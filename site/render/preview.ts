import { readFileSync } from 'node:fs';
import type { StoredFile } from '../../cms/library/item.ts';
import type { Library } from '../../cms/library/library.ts';
import { KeptTexts } from '../attachments/kept-texts.ts';
import { entryPath, filePath, variantPath } from '../paths.ts';
import { FORMATS, widthsOf } from '../pictures.ts';
import type { Renderer } from './compile.ts';
import { inline } from './inline-picture.ts';
import { Pages } from './pages.ts';

/** What the document may load: its own styles and pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The page of a public entry as a document that needs nothing beside itself: styles and pictures are in it, no script
 * is, and its links lead nowhere.
 * @param read gives the bytes of a content file
 */
export async function previewEntry(
  library: Library,
  renderer: Renderer,
  number: string,
  read: (path: string) => Uint8Array | undefined,
): Promise<string> {
  const pages = await Pages.load(renderer.entry, library, new KeptTexts(''));
  let page = '';
  await pages.render([{ path: entryPath(number), page: 'entry', props: { number } }], (_, text) => {
    page = text;
  });
  const pictures = toPictures(library, number);
  const addresses = new Set([...page.matchAll(SRC)].map(([, address = '']) => address));
  const inlined = new Map<string, string>();
  for (const address of addresses) {
    const file = pictures.get(decodeURI(address));
    const bytes = file && read(file.path);
    if (bytes) inlined.set(address, await inline(file, bytes));
  }
  return page
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/u, `$1${POLICY}`)
    .replace(/<link\b[^>]*>/gu, (link) => toStyle(link, renderer))
    .replace(/<source\b[^>]*>|<script\b[^>]* src="[^"]*"[^>]*><\/script>/gu, '')
    .replace(/<img\b[^>]*>/gu, (image) =>
      image
        .replace(/ (?:srcset|sizes|loading)="[^"]*"/gu, '')
        .replace(SRC, (src, address: string) => (inlined.has(address) ? ` src="${inlined.get(address)}"` : src)),
    )
    .replace(/(<a\b[^>]*?) href="[^"]*"/gu, '$1');
}

const SRC = / src="(\/[^"]*)"/gu;

function toStyle(link: string, { assets }: Renderer): string {
  const path = /\brel="stylesheet"/u.test(link) ? /\bhref="([^"]*)"/u.exec(link)?.[1] : undefined;
  const style = assets.find((asset) => asset.path === path);
  return style && 'asset' in style ? `<style>${readFileSync(style.asset, 'utf8')}</style>` : '';
}

/** The pictures that the page of an entry can show, by every address that pages give them. */
function toPictures(library: Library, number: string): Map<string, StoredFile> {
  const own = [...(library.entry(number)?.files.values() ?? [])].map((file) => [filePath(number, file.name), file, 'entry'] as const);
  const common = library.stored.filesIn('images').map((file) => [`/images/${file.name}`, file, 'banner'] as const);
  return new Map(
    [...own, ...common].flatMap(([path, file, use]) => {
      const smaller = file.width
        ? widthsOf(file.width, use).flatMap((width) => FORMATS.map((format) => variantPath(path, width, format)))
        : [];
      return [path, ...smaller].map((address) => [address, file] as const);
    }),
  );
}
