/** What is timed: the name under which results are kept, and the words for people. */
export const TASKS = {
  'full-cold': '全部构建，连同编译模板',
  full: '全部构建',
  'new-in-folder': '发布一条新的（文件夹）',
  'new-in-repository': '发布一条新的（Git 仓库）',
  'changed-in-repository': '修改一条（Git 仓库）',
} as const;
export type Task = keyof typeof TASKS;

/** Whether a task builds the whole site. */
export const isWhole = (task: Task) => task === 'full' || task === 'full-cold';
