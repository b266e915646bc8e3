import type { Block } from '../block.ts';
import type { CarriedFile } from '../imported.ts';
import type { Found } from '../reading.ts';

const LIST = /^附件? ?(?:（[^）]{0,20}）)? ?：? ?\d{0,2}[ .．、：]?\S.{2,}|^附（[^）]{0,20}）：/u;

/** A list of attachments whose files did not come along. */
export function findMissingAttachments(blocks: readonly Block[], files: readonly CarriedFile[]): Found[] {
  if (files.some((file) => file.kind === 'attachment')) return [];
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.plain.length > 80 || !LIST.test(block.plain) || !/：/u.test(block.plain.slice(0, 24)))
      return [];
    return [
      {
        at: block.text.at[0]!,
        text: block.text.value,
        message: '这里列着附件，文件没有一起导入。找到附件，上传到“附件”里；附件写在正文里的不用管。',
      },
    ];
  });
}
