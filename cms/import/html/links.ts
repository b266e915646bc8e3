import type { Element } from 'hast';
import { type Files, isAttachmentName, isImageName } from '../files.ts';
import type { Found } from '../reading.ts';
import { attribute, wordsOf } from './tree.ts';

/** What became of the links and pictures of a page. */
export interface LinkCounts {
  /** Links to other pages of the old site, which will not be there. */
  cut: number;
  /** Pictures without words, too small to be anything but ornaments. */
  ornaments: number;
}

/** Where a link leads in the new entry; undefined when only its words stay. */
export function followLink(link: Element, files: Files, found: Found[], counts: LinkCounts): string | undefined {
  const href = attribute(link, 'href').trim();
  const path = toPath(href);
  const words = wordsOf(link).replace(/\s+/gu, ' ').trim();
  if (isAttachmentName(path) || isImageName(path)) {
    const file = files.near(path, isImageName(path) ? 'image' : 'attachment', words);
    if (file) return file.name;
    found.push({
      at: offsetOf(link),
      text: words || href,
      message: `附件“${words || path}”没有带过来（${href}）。找到这个文件，上传到“附件”里。`,
    });
    return undefined;
  }
  if (/^https?:\/\/[^\s<>"]{3,300}$/u.test(href)) return href;
  if (href !== '' && !/^(?:#|javascript:|mailto:|tel:)/iu.test(href)) counts.cut++;
  return undefined;
}

/** The picture as a file beside the entry; undefined when it cannot be taken over. */
export function takePicture(picture: Element, files: Files, found: Found[], counts: LinkCounts): { file: string; alt: string } | undefined {
  const source = attribute(picture, 'src').trim();
  const alt = (attribute(picture, 'alt') || attribute(picture, 'title')).replace(/\s+/gu, ' ').trim();
  if (isOrnament(picture, source)) {
    counts.ornaments++;
    return undefined;
  }
  const inline = /^data:image\/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/u.exec(source);
  const file = inline
    ? files.take({
        from: `${offsetOf(picture)}.${inline[1]}`,
        kind: 'image',
        title: alt,
        bytes: new Uint8Array(Buffer.from(inline[2]!, 'base64')),
      })
    : files.near(toPath(source), 'image', alt);
  const name = inline ? '网页里的图片' : source.slice(0, 120);
  if (!file)
    found.push({ at: offsetOf(picture), text: alt || name, message: `图片没有带过来（${name}）。找到图片文件，补到正文的这个位置。` });
  else if (alt === '')
    found.push({
      at: offsetOf(picture),
      text: name,
      message: `图片没有说明，看不到图片的人不知道内容。在正文里给 ${file.name} 补上说明。`,
    });
  return file && { file: file.name, alt };
}

const offsetOf = (element: Element) => element.position?.start.offset ?? 0;

function isOrnament(picture: Element, source: string): boolean {
  const sizes = ['width', 'height'].map((name) => Number.parseInt(attribute(picture, name), 10));
  return (
    sizes.some((size) => size > 0 && size <= 20) ||
    /(?:^|\/)(?:icon|ico|bullet|dot|line|spacer|blank|filetype|sysimage|fileTypeImages)[\w-]*[./]/iu.test(source)
  );
}

/** A relative address as a path below the page; an absolute one as it is, which no neighbour has. */
function toPath(address: string): string {
  const path = address.replace(/[?#].*$/u, '');
  try {
    return decodeURIComponent(path).replace(/^\.\//u, '');
  } catch {
    return path;
  }
}
