import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';

/** What every form of an act sends back: the session's proof, and exactly the version that the person has before them. */
export const showTarget = ({ folder, version }: { folder: string; version: string }, csrf: string): Html =>
  html`<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="folder" value="${folder}"><input type="hidden" name="version" value="${version}">`;
