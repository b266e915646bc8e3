import { toLists } from './parts/lists.mjs';

export default function (config) {
  config.setUseGitIgnore(false);
  config.addPassthroughCopy('assets');
  // No template has a data file beside it; nothing is to be looked for.
  config.setDataFileSuffixes([]);
  config.amendLibrary('md', (markdown) => {
    markdown.set({ html: false, linkify: true, typographer: false });
    const alignment = (tokens, index) => (/right/u.test(tokens[index].attrGet('style') ?? '') ? ' class="right"' : '');
    const count = (env, what) => (env[what] = (env[what] ?? 0) + 1);
    const { rules } = markdown.renderer;
    rules.heading_open = (tokens, index, _options, env) => `<${tokens[index].tag} id="s${count(env, 'headings')}">`;
    rules.table_open = (_tokens, _index, _options, env) => `<section class="table" aria-label="表格 ${count(env, 'tables')}" tabindex="0"><table>\n`;
    rules.table_close = () => '</table></section>\n';
    rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokens, index)}>`;
    rules.td_open = (tokens, index) => `<td${alignment(tokens, index)}>`;
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
