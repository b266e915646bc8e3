import { createApp } from 'astro/app/entrypoint';
import { DefaultFetchHandler } from 'astro/app/fetch/default-handler';

/** Astro's app over the pages of the site, as the renderer calls it. */
export const app = createApp({ streaming: false });
// The handler that createApp sets ignores `streaming`; pages in one piece take a third less time.
app.setFetchHandler(new DefaultFetchHandler(app));
