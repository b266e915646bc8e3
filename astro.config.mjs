import { defineConfig, passthroughImageService } from 'astro/config';
import adapter from './site/render/adapter.ts';

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  output: 'server',
  adapter: adapter(),
  trailingSlash: 'ignore',
  compressHTML: true,
  image: { service: passthroughImageService() },
  build: { assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  security: { checkOrigin: false },
  session: undefined,
  // One start loads the pages: packages are made part of them, but for the one with native code.
  // The policy of pages allows scripts and styles in files only.
  vite: { ssr: { noExternal: true, external: ['satteri'] }, build: { assetsInlineLimit: 0 } },
});
