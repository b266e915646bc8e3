import type { ForgeKind } from './kinds.ts';

const ALL = [
  '登记一个标签是 gongkai 的自有运行器，装好公开（gongkai）、git 和 curl。',
  '在运行器上把办公平台的公钥文件写进环境变量 GONGKAI_OFFICE_KEY；不写，签字就不核对。',
];

/** What a person still has to set on the forge itself, where no file can do it. */
export const STEPS: Record<ForgeKind, readonly string[]> = {
  forgejo: [
    ...ALL,
    '保护 main：只准办公平台的账号推送；合并要通过“内容审查”，要代码负责人批准，有新提交就作废旧批准。',
    '自己架设的，在服务器上用 gongkai hook install 给仓库装钩子：分支一推送就查，不等合并请求。',
  ],
  gitlab: [
    ...ALL,
    '把“设置 → CI/CD → 通用流水线 → CI/CD 配置文件”写成“.gitlab-ci.yml@组/项目:main”，否则分支可以改掉检查流程。',
    '保护 main：只准办公平台的账号推送；合并要求流水线成功、要求代码负责人批准（专业版以上才有）、有新提交就作废旧批准。',
    '要在合并请求里写评论的，建一个只有 api 权限的项目访问令牌，写进受保护的变量 GONGKAI_TOKEN。',
    '自己架设的，在服务器上用 gongkai hook install 给仓库装钩子：分支一推送就查，不等合并请求。',
  ],
  github: [
    ...ALL,
    '保护 main：只准办公平台的账号推送；合并要求“审查”成功、要求代码负责人批准、有新提交就作废旧批准。',
    'GitHub 不运行仓库自己的钩子：涉密内容一推送就已经在 GitHub 上，检查只能不让它合并。内容没有公开以前，不要放在县外的平台上。',
  ],
};
