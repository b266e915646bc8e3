import { defaultValueCtx, Editor, editorViewCtx, remarkStringifyOptionsCtx, rootCtx, serializerCtx } from '@milkdown/core';
import { history } from '@milkdown/plugin-history';
import { commonmark, remarkPreserveEmptyLinePlugin } from '@milkdown/preset-commonmark';
import { gfm } from '@milkdown/preset-gfm';
import { Plugin } from '@milkdown/prose/state';
import { $prose } from '@milkdown/utils';
import { cleanPasted } from './paste.ts';
import { imageView, picture, rawView } from './raw-view.ts';
import { roomBelow } from './room-below.ts';

/** An editor of Markdown in the page. */
export interface BodyEditor {
  /** The text as it stands, as the editor writes it. */
  read(): string;
  editor: Editor;
  close(): void;
}

/** Empty paragraphs would be written as `<br />`. */
const withoutEmptyLines = commonmark.filter((plugin) => !remarkPreserveEmptyLinePlugin.includes(plugin as never));

/** @param onEdit called after every change of the text */
export async function openEditor(root: HTMLElement, markdown: string, label: string, onEdit: () => void): Promise<BodyEditor> {
  const watch = $prose(
    () =>
      new Plugin({
        props: {
          transformPastedHTML: cleanPasted,
          attributes: { 'aria-label': label, lang: 'zh-CN' },
        },
        view: () => ({
          update: (view, before) => {
            if (!view.state.doc.eq(before.doc)) onEdit();
          },
        }),
      }),
  );
  const editor = await Editor.make()
    .config((ctx) => {
      ctx.set(rootCtx, root);
      ctx.set(defaultValueCtx, markdown);
      ctx.update(remarkStringifyOptionsCtx, (options) => ({ ...options, bullet: '-', rule: '-', listItemIndent: 'one' }) as const);
    })
    .use(withoutEmptyLines)
    .use(gfm)
    .use(history)
    .use(picture)
    .use(roomBelow)
    .use(rawView)
    .use(imageView)
    .use(watch)
    .create();
  return {
    editor,
    read: () => editor.action((ctx) => ctx.get(serializerCtx)(ctx.get(editorViewCtx).state.doc)),
    close: () => void editor.destroy(),
  };
}
