/** What is timed when checks are measured, and what people call it. */
export const CHECK_TASKS = {
  change: '检查一个条目的改动，带两个附件（docx、xlsx），从启动进程算起',
  push: '推送同样的改动到装了钩子的裸仓库，从启动 git push 到放行',
  cold: '检查全部，什么都没有的第一次',
  warm: '检查全部，内容没有变',
  regex: '同样的文件，只用几条正则表达式逐个查',
  secretlint: '同样的文件，用 secretlint 推荐的规则查',
} as const;

export type CheckTask = keyof typeof CHECK_TASKS;
