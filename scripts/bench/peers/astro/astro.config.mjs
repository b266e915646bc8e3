import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  site: 'https://www.bench.gov.example',
  output: 'static',
  cacheDir: './.cache',
  compressHTML: true,
  image: { service: passthroughImageService() },
  build: { format: 'preserve', assets: 'assets', inlineStylesheets: 'never', concurrency: 16 },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
});
