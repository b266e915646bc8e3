/** Kinds of files that can be told by their bytes, with the extensions that fit each, the usual one first. */
const KINDS = {
  docx: 'docx docm dotx dotm wps wpt',
  xlsx: 'xlsx xlsm xltx xltm xlam et ett',
  xlsb: 'xlsb',
  pptx: 'pptx pptm ppsx ppsm potx potm ppam dps dpt',
  odt: 'odt ott fodt',
  ods: 'ods ots fods',
  odp: 'odp otp fodp odg otg',
  ofd: 'ofd',
  epub: 'epub',
  zip: 'zip jar war apk',
  doc: 'doc dot wps wpt',
  xls: 'xls xlt xla et ett',
  ppt: 'ppt pps pot dps dpt',
  ole: 'msg msi vsd mpp pub db bin ole',
  /** A document of Office 2007 or later under a password. */
  'encrypted-office': 'docx docm dotx xlsx xlsm xlsb xltx pptx pptm ppsx wps et dps',
  pdf: 'pdf ai',
  rtf: 'rtf doc wps',
  html: 'html htm xhtml shtml',
  mhtml: 'mht mhtml eml',
  svg: 'svg',
  xml: 'xml xsd xsl xslt rels vml rss atom kml gpx opf ncx plist config fodt fods fodp',
  png: 'png apng',
  jpeg: 'jpg jpeg jpe jfif',
  gif: 'gif',
  webp: 'webp',
  bmp: 'bmp dib',
  tiff: 'tif tiff',
  heif: 'heic heif avif',
  ico: 'ico cur',
  psd: 'psd',
  emf: 'emf',
  wmf: 'wmf',
  '7z': '7z',
  rar: 'rar',
  gz: 'gz tgz',
  bz2: 'bz2 tbz2',
  xz: 'xz txz',
  zst: 'zst',
  tar: 'tar',
  cab: 'cab',
  iso: 'iso',
  exe: 'exe dll scr com sys ocx',
  elf: 'so elf',
  sqlite: 'sqlite sqlite3 db',
  mp3: 'mp3',
  mp4: 'mp4 m4v m4a mov 3gp',
  avi: 'avi',
  wav: 'wav',
  flv: 'flv',
  wmv: 'wmv wma asf',
  mkv: 'mkv webm',
  font: 'ttf otf woff woff2 ttc eot',
  ogg: 'ogg oga ogv',
  dwg: 'dwg',
  caj: 'caj kdh nh',
  csv: 'csv tsv',
  markdown: 'md markdown',
  text: 'txt log json yaml yml ini conf sql bat sh js css ts py tex srt vtt geojson xml csv tsv md eml',
  empty: '',
  unknown: '',
} as const;

/** What a file is, whatever its name says. */
export type FileKind = keyof typeof KINDS;

const extensions = new Map(Object.entries(KINDS).map(([kind, list]) => [kind, list.split(' ').filter(Boolean)]));
const known = new Set([...extensions.values()].flat());

/** The extension of a name in lower case, without dot; empty when there is none. */
export const extensionOf = (name: string): string => /\.([\w-]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a kind may bear an extension. An extension that no kind claims says nothing, so it fits all. */
export function fits(kind: FileKind, extension: string): boolean {
  if (extension === '' || !known.has(extension) || kind === 'empty' || kind === 'unknown') return true;
  return extensions.get(kind)!.includes(extension);
}

const shown = new Set<string>([...extensions.get('html')!, ...extensions.get('svg')!, ...extensions.get('xml')!]);

/** Whether a browser that opens a file shows it as a page, as a picture drawn by text or as XML, by what it is or by what it is called. */
export const isShownAsMarkup = (kind: FileKind, extension: string): boolean =>
  kind === 'html' || kind === 'svg' || kind === 'xml' || shown.has(extension);
