/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    library: import('../cms/library/library.ts').Library;
    /** What the route table says about the page; see `PageProps` in `routes.ts`. */
    // biome-ignore lint/suspicious/noExplicitAny: each page knows its own props
    props: any;
    /** Texts of attachments. */
    texts: import('./attachments/kept-texts.ts').KeptTexts;
    /** Path of the page, as in links. */
    path: string;
    /** For `several.astro` only: the pages to render, and what takes each of them. */
    routes: { page: string }[];
    take(route: { page: string }, render: () => Promise<string>): Promise<void>;
  }
}
