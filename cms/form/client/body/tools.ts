import { commandsCtx, editorViewCtx } from '@milkdown/core';
import type { Ctx } from '@milkdown/ctx';
import { redoCommand, undoCommand } from '@milkdown/plugin-history';
import {
  insertImageCommand,
  liftListItemCommand,
  toggleEmphasisCommand,
  toggleStrongCommand,
  turnIntoTextCommand,
  wrapInBlockquoteCommand,
  wrapInBulletListCommand,
  wrapInHeadingCommand,
  wrapInOrderedListCommand,
} from '@milkdown/preset-commonmark';
import { addColAfterCommand, addRowAfterCommand, insertTableCommand, setAlignCommand } from '@milkdown/preset-gfm';
import { deleteColumn, deleteRow, deleteTable, isInTable, selectedRect } from '@milkdown/prose/tables';

/** What a button of the toolbar does. */
export interface Tool {
  name: string;
  /** Only within a table. */
  table?: boolean;
  run(ctx: Ctx): void;
}

const call = (command: { key: any }, payload?: unknown) => (ctx: Ctx) => void ctx.get(commandsCtx).call(command.key, payload);

export const tools: readonly Tool[] = [
  { name: '正文', run: call(turnIntoTextCommand) },
  { name: '一级标题', run: call(wrapInHeadingCommand, 2) },
  { name: '二级标题', run: call(wrapInHeadingCommand, 3) },
  { name: '加粗', run: call(toggleStrongCommand) },
  { name: '倾斜', run: call(toggleEmphasisCommand) },
  { name: '编号', run: call(wrapInOrderedListCommand) },
  { name: '项目符号', run: call(wrapInBulletListCommand) },
  { name: '取消列表', run: call(liftListItemCommand) },
  { name: '引文', run: call(wrapInBlockquoteCommand) },
  { name: '插入表格', run: call(insertTableCommand, { row: 3, col: 3 }) },
  { name: '加一行', table: true, run: call(addRowAfterCommand) },
  { name: '加一列', table: true, run: call(addColAfterCommand) },
  { name: '删除行', table: true, run: removeRow },
  { name: '删除列', table: true, run: onTable(deleteColumn) },
  { name: '删除表格', table: true, run: onTable(deleteTable) },
  { name: '左对齐', table: true, run: call(setAlignCommand, 'left') },
  { name: '居中', table: true, run: call(setAlignCommand, 'center') },
  { name: '右对齐', table: true, run: call(setAlignCommand, 'right') },
  { name: '撤销', run: call(undoCommand) },
  { name: '重做', run: call(redoCommand) },
];

export const insertImage = (ctx: Ctx, src: string, alt: string) => call(insertImageCommand, { src, alt, title: '' })(ctx);

/** Makes the selection a link; without a selection the address itself is the text. */
export function setLink(ctx: Ctx, href: string) {
  const view = ctx.get(editorViewCtx);
  const { state } = view;
  const { from, to, empty } = state.selection;
  const link = state.schema.marks.link!.create({ href });
  const changed = empty ? state.tr.insert(from, state.schema.text(href, [link])) : state.tr.addMark(from, to, link);
  view.dispatch(changed);
  view.focus();
}

export const isTableAt = (ctx: Ctx) => isInTable(ctx.get(editorViewCtx).state);

function onTable(command: typeof deleteRow) {
  return (ctx: Ctx) => {
    const view = ctx.get(editorViewCtx);
    command(view.state, view.dispatch);
    view.focus();
  };
}

/** The first row heads the table and stays; so does the last of the others. */
function removeRow(ctx: Ctx) {
  const view = ctx.get(editorViewCtx);
  if (!isInTable(view.state)) return;
  const { top, bottom, map } = selectedRect(view.state);
  if (top === 0 || map.height - (bottom - top) < 2) return;
  onTable(deleteRow)(ctx);
}
