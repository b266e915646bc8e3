/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What we use of Decap CMS; its own types miss most of it. */
declare module 'decap-cms-core' {
  export const DecapCmsCore: {
    init(options: { config: unknown }): void;
    registerBackend(name: string, backend: unknown): void;
    registerWidget(widget: unknown): void;
    registerLocale(name: string, phrases: unknown): void;
    registerMediaLibrary(library: unknown): void;
    registerPreviewTemplate(name: string, component: unknown): void;
    registerCustomFormat(name: string, extension: string, format: unknown): void;
    registerEventListener(listener: unknown): void;
  };
}
declare module 'decap-cms-core/dist/esm/redux/index.js' {
  export const store: { getState(): DecapState; dispatch(action: unknown): void; subscribe(listener: () => void): () => void };
  /** The parts of Decap's state that we look at, as Immutable maps. */
  export interface DecapState {
    entryDraft: { getIn(path: string[]): any; get(name: string): any };
    collections: { get(name: string): any };
  }
}
declare module 'decap-cms-core/dist/esm/actions/entries.js' {
  export function changeDraftField(change: { field: unknown; value: unknown; metadata: unknown; entries: unknown[] }): unknown;
}
declare module 'decap-cms-lib-util' {
  export class Cursor {
    static create(cursor: { actions: string[]; meta: object; data: object }): Cursor;
    readonly data: { get(name: string): any };
  }
  export const CURSOR_COMPATIBILITY_SYMBOL: unique symbol;
  export class EditorialWorkflowError extends Error {
    constructor(message: string, notUnderEditorialWorkflow: boolean);
  }
}
declare module 'decap-cms-locales' {
  import type { Phrases } from './words.ts';
  export const zh_Hans: Phrases;
  export const en: Phrases;
}
declare module 'decap-cms-locales/dist/esm/*/index.js' {
  import type { Phrases } from './words.ts';

  const phrases: Phrases;
  export default phrases;
}
declare module 'decap-cms-widget-list' {
  export const DecapCmsWidgetList: { Widget(): object };
}
declare module 'decap-cms-widget-object' {
  export const DecapCmsWidgetObject: { Widget(): object };
}
