import { toLists } from './parts/lists.mjs';

export default function (config) {
  config.setUseGitIgnore(false);
  config.addPassthroughCopy('assets');
  // No template has a data file beside it; nothing is to be looked for.
  config.setDataFileSuffixes([]);
  config.amendLibrary('md', (markdown) => {
    markdown.set({ html: false, linkify: true, typographer: false });
    const alignment = (tokens, index) => (/right/u.test(tokens[index].attrGet('style') ?? '') ? ' class="right"' : '');
    markdown.renderer.rules.table_open = () => '<div class="table" role="region" aria-label="表格" tabindex="0"><table>\n';
    markdown.renderer.rules.table_close = () => '</table></div>\n';
    markdown.renderer.rules.th_open = (tokens, index) => `<th${alignment(tokens, index)}>`;
    markdown.renderer.rules.td_open = (tokens, index) => `<td${alignment(tokens, index)}>`;
  });
  // Articles are the only Markdown; every other template says its own layout and address.
  config.addGlobalData('layout', 'article.11ty.mjs');
  config.addGlobalData('permalink', () => (data) => data.url);
  let lists;
  const listsOf = (api) => (lists ??= toLists(api.getAll()));
  config.on('eleventy.before', () => (lists = undefined));
  config.addCollection('columnPages', (api) => listsOf(api).columnPages);
  config.addCollection('unitPages', (api) => listsOf(api).unitPages);
  config.addCollection('channelPages', (api) => listsOf(api).channelPages);
  config.addCollection('feeds', (api) => listsOf(api).feeds);
  config.addCollection('apiPages', (api) => listsOf(api).apiPages);
  return {
    dir: { input: '.', includes: '_includes', data: '_data' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ['md', '11ty.js'],
  };
}
