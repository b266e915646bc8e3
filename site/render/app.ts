import { createApp } from 'astro/app/entrypoint';

/** Astro's app over the pages of the site, as the renderer calls it. */
export const app = createApp({ streaming: false });
