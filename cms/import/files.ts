import type { CarriedFile } from './imported.ts';
import type { Neighbours } from './reading.ts';

const IMAGES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp']);
const ATTACHMENTS = new Set([
  'pdf',
  'doc',
  'docx',
  'wps',
  'xls',
  'xlsx',
  'et',
  'csv',
  'ppt',
  'pptx',
  'ofd',
  'txt',
  'rtf',
  'zip',
  'rar',
  '7z',
]);
const MOST = 50;
const LARGEST = 200_000_000;

const extensionOf = (name: string) => /\.([A-Za-z0-9]{1,5})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
export const isImageName = (name: string) => IMAGES.has(extensionOf(name));
export const isAttachmentName = (name: string) => ATTACHMENTS.has(extensionOf(name));

/** The files that go beside an entry. They are named by kind and number, never by the source. */
export class Files {
  readonly carried: CarriedFile[] = [];
  #bytes = 0;
  #neighbours: Neighbours;

  constructor(neighbours: Neighbours = () => undefined) {
    this.#neighbours = neighbours;
  }

  /** Takes a file that lies near the source; undefined when it is not there or may not be taken. */
  near(from: string, kind: CarriedFile['kind'], title: string): CarriedFile | undefined {
    const known = this.carried.find((file) => file.from === from);
    if (known) return known;
    const bytes = this.#neighbours(from);
    return bytes && this.take({ from, kind, title, bytes });
  }

  take({ from, kind, title, bytes }: Omit<CarriedFile, 'name'>): CarriedFile | undefined {
    const extension = extensionOf(from);
    const allowed = kind === 'image' ? IMAGES : ATTACHMENTS;
    this.#bytes += bytes.length;
    if (!allowed.has(extension) || bytes.length === 0 || this.carried.length >= MOST || this.#bytes > LARGEST) return undefined;
    const number = this.carried.filter((file) => file.kind === kind).length + 1;
    const file = { name: `${kind === 'image' ? 'tupian' : 'fujian'}-${number}.${extension}`, bytes, kind, title, from };
    this.carried.push(file);
    return file;
  }
}
