import type { Imported } from '../imported.ts';
import { isRules, kindOf } from '../parts/document-kind.ts';
import type { Piece } from '../parts/structure.ts';

type Decision = Pick<Imported, 'type' | 'reason'>;

/** Signs of a document that binds, beside its title. */
export interface Signs {
  title: string | undefined;
  hasNumber: boolean;
  hasRedHead: boolean;
  pieces: readonly Piece[];
}

/** Regulations and red-header documents are policy; other notices are notices; the rest is news. */
export function decideType({ title = '', hasNumber, hasRedHead, pieces }: Signs): Decision {
  if (hasNumber) return { type: 'policy', reason: '有发文字号' };
  if (hasRedHead) return { type: 'policy', reason: '有文件红头' };
  if (pieces.filter((piece) => piece.role === 'article').length >= 2) return { type: 'policy', reason: '分条规定' };
  if (isRules(title)) return { type: 'policy', reason: '标题是规范性的文种' };
  if (pieces.some((piece) => piece.role === 'heading' && piece.kind === 'part')) return { type: 'policy', reason: '印发了别的文件' };
  const kind = kindOf(title);
  if (kind === 'announcement' || kind === 'circular' || kind === 'notice') return { type: 'notice', reason: '标题是通知公告，没有文号' };
  return { type: 'news', reason: '没有文号、条文和文种' };
}
