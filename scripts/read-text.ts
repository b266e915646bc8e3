import type { Examiners } from '../checks/engine/examiners.ts';
import type { Reading, Trait } from '../checks/reading/piece.ts';
import type { ReadText, TextPiece } from '../cms/office/read-text.ts';

/** Pieces of one file that are given; nobody reads more of them on a screen. */
const MOST = 20_000;

/** Reads the text of attachments in the processes of the examiners, where a hostile file can do no harm. */
export const toReadText =
  (examiners: Examiners): ReadText =>
  async (name, bytes) => {
    const reading = await examiners.read(name, bytes);
    return typeof reading === 'string' ? [note(`${reading}。打开附件核对。`)] : toPieces(reading);
  };

function toPieces({ pieces, traits }: Reading): TextPiece[] {
  const found = pieces.filter(({ where }) => where !== '文件名').map(({ where, text, isHidden }) => ({ where, text, isHidden }));
  const left = found.length > MOST ? [note(`后面还有 ${found.length - MOST} 处文字没有列出。打开附件核对。`)] : [];
  return [...traits.flatMap(toNote), ...found.slice(0, MOST), ...left];
}

/** What keeps a reader from seeing everything. */
function toNote(trait: Trait): TextPiece[] {
  const within = trait.where === '文件' ? '' : `${trait.where}：`;
  switch (trait.kind) {
    case 'encrypted':
      return [note(`${within}设有打开密码，文字读不出来。`)];
    case 'corrupt':
      return [note(`${within}文件损坏，文字读不完整。`)];
    case 'unknown':
      return [note(`${within}这种格式的文字读不出来。打开附件核对。`)];
    case 'unseen':
      return [note(`${within}图片里的文字没有认出来。打开附件核对。`)];
    case 'cut':
      return [note(`${within}${trait.what}。打开附件核对。`)];
    default:
      return [];
  }
}

const note = (text: string): TextPiece => ({ where: '整个附件', text, isHidden: false });
