/** Where a county's repository is. */
export interface ForgePlace {
  /** `owner/name`. */
  repository: string;
  /** Address of the forge, without a final `/`. */
  url: string;
  /** Id of the OAuth application that was registered for Decap there. */
  app: string;
  /** Address of the server that exchanges GitHub's codes for tokens. */
  oauth?: string;
}

interface Backend {
  /** As people call it. */
  name: string;
  /** Decap's settings. */
  settings(place: ForgePlace): Record<string, unknown>;
  /** What it cannot do beside what none of them can, in Chinese. */
  cannot: readonly string[];
}

/** Decap's backends that have an editorial workflow, in the versions that the office's form is made with. */
export const BACKENDS = {
  forgejo: {
    name: 'Forgejo',
    settings: ({ url, app }) => ({ name: 'forgejo', api_root: `${url}/api/v1`, app_id: app }),
    cannot: ['打开列表时把仓库的全部合并请求都读一遍，草稿多了会慢。', '没有意见栏：退回的理由写在合并请求里。'],
  },
  gitlab: {
    name: 'GitLab',
    settings: ({ url, app }) => ({
      name: 'gitlab',
      auth_type: 'pkce',
      app_id: app,
      base_url: url,
      auth_endpoint: 'oauth/authorize',
      api_root: `${url}/api/v4`,
    }),
    cannot: ['只能用 HTTPS。', '编辑必须是项目成员，不能从自己的派生仓库提交。'],
  },
  github: {
    name: 'GitHub',
    settings: ({ url, oauth }) => ({
      name: 'github',
      api_root: url === 'https://github.com' ? 'https://api.github.com' : `${url}/api/v3`,
      base_url: oauth,
      auth_endpoint: 'auth',
    }),
    cannot: [
      '登录要另外架设一台 OAuth 服务器（--oauth），浏览器不能直接登录。',
      '合并被拒绝时，Decap 会改写分支再强行合并，可能丢掉同事的修改：一定要保护 main。',
    ],
  },
  bitbucket: {
    name: 'Bitbucket Cloud',
    settings: ({ app }) => ({ name: 'bitbucket', auth_type: 'implicit', app_id: app }),
    cannot: [
      '只有 Bitbucket Cloud，在境外，自建的 Bitbucket 不能用。',
      '登录一小时失效，正在写的可能丢失。',
      '这里没有配套的检查流程，要自己写。',
    ],
  },
} as const satisfies Record<string, Backend>;

export type BackendKind = keyof typeof BACKENDS;

/** What no backend of Decap can do and the office does. */
export const NONE_CAN: readonly string[] = [
  '保存以前不检查：写进去的身份证号、涉密内容一保存就进了代码平台，检查流程事后才发现。自己架设的平台装上 gongkai hook 钩子，推送时就拦下。',
  '每个编辑都要有整个仓库的写权限，分不出单位；靠受保护的 main 和代码负责人把关。',
  '不给索引号和发布日期，也没有审核、保密审查、签发：“发布”按钮不能用，经审签后由办公平台发布。',
  '媒体库上传和删除已发布的条目会直接写 main，被拒绝时只有一句英文。',
  '登录凭证存在浏览器里，拿到它就能写整个仓库。',
  '填过又清空的项目会写成空的，检查会要求删去；脚注、单元格里的竖线、表格的对齐会被编辑器改坏。',
  '搜索一两个字找不到；条目多了列表很慢。',
];
