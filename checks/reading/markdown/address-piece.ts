import type { Definition, Image, Link } from 'mdast';
import type { Piece, PieceKind } from '../piece.ts';
import { alignMarkdown } from './align-markdown.ts';

/** The target, the title and the words of a link, picture or definition. */
export function addressPiece(node: Link | Image | Definition, written: string, base: number, where: string): Piece[] {
  const piece = (text: string | null | undefined, kind: PieceKind, what: string, from: number): Piece[] => {
    if (!text) return [];
    const at = Math.max(0, from);
    return [{ text, where: `${where}${what}`, kind, isHidden: true, offsets: alignMarkdown(text, written.slice(at), base + at) }];
  };
  const alt = 'alt' in node ? node.alt : undefined;
  const target = written.lastIndexOf(node.type === 'definition' ? ']:' : '](') + 2;
  return [
    ...piece(alt, 'alt', '的图片说明', 2),
    ...piece(node.url, 'link', '的链接地址', written.startsWith('[') || written.startsWith('!') ? target : 0),
    ...piece(readable(node.url), 'link', '的链接地址', written.startsWith('[') || written.startsWith('!') ? target : 0),
    ...piece(node.title, 'other', '的链接提示', target + node.url.length),
  ];
}

/** A target with its percent signs decoded, or undefined when that changes nothing. */
function readable(url: string): string | undefined {
  if (!url.includes('%')) return undefined;
  try {
    const decoded = decodeURIComponent(url);
    return decoded === url ? undefined : decoded;
  } catch {
    return undefined;
  }
}
