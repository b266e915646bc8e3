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
});
