/** What we use of Milkdown; its own types name their files without extensions, which TypeScript refuses here. */
declare module '@milkdown/ctx' {
  /** What an editor is made of, by key. */
  export interface Ctx {
    get(key: unknown): any;
    set(key: unknown, value: unknown): void;
    update(key: unknown, change: (value: any) => unknown): void;
  }
  export type Plugin = unknown;
}
declare module '@milkdown/core' {
  import type { Ctx, Plugin } from '@milkdown/ctx';
  export class Editor {
    static make(): Editor;
    config(configure: (ctx: Ctx) => void): Editor;
    use(plugin: Plugin | readonly Plugin[]): Editor;
    create(): Promise<Editor>;
    destroy(): Promise<Editor>;
    action<T>(work: (ctx: Ctx) => T): T;
  }
  export const commandsCtx: unknown;
  export const defaultValueCtx: unknown;
  export const editorViewCtx: unknown;
  export const remarkStringifyOptionsCtx: unknown;
  export const rootCtx: unknown;
  export const serializerCtx: unknown;
}
declare module '@milkdown/preset-commonmark' {
  import type { Ctx, Plugin } from '@milkdown/ctx';

  interface Command {
    key: unknown;
  }
  type MakeSchema = (ctx: Ctx) => { attrs: object };
  interface Schema {
    node: unknown;
    extendSchema(extend: (inherited: MakeSchema) => MakeSchema): readonly Plugin[];
  }
  export const commonmark: readonly Plugin[];
  export const remarkPreserveEmptyLinePlugin: readonly Plugin[];
  export const htmlSchema: Schema;
  export const imageSchema: Schema;
  export const insertImageCommand: Command;
  export const liftListItemCommand: Command;
  export const toggleEmphasisCommand: Command;
  export const toggleStrongCommand: Command;
  export const turnIntoTextCommand: Command;
  export const wrapInBlockquoteCommand: Command;
  export const wrapInBulletListCommand: Command;
  export const wrapInHeadingCommand: Command;
  export const wrapInOrderedListCommand: Command;
}
declare module '@milkdown/preset-gfm' {
  import type { Plugin } from '@milkdown/ctx';

  interface Command {
    key: unknown;
  }
  export const gfm: readonly Plugin[];
  export const addColAfterCommand: Command;
  export const addRowAfterCommand: Command;
  export const insertTableCommand: Command;
  export const setAlignCommand: Command;
}
declare module '@milkdown/plugin-history' {
  import type { Plugin } from '@milkdown/ctx';
  export const history: readonly Plugin[];
  export const redoCommand: { key: unknown };
  export const undoCommand: { key: unknown };
}
declare module '@milkdown/utils' {
  import type { Plugin } from '@milkdown/ctx';
  import type { Node } from '@milkdown/prose/model';
  import type { Plugin as StatePlugin } from '@milkdown/prose/state';
  import type { NodeView } from '@milkdown/prose/view';
  export function $prose(make: () => StatePlugin): Plugin;
  export function $view(node: unknown, make: () => (node: Node) => NodeView): Plugin;
}
