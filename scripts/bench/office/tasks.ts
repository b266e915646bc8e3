/** What is timed in the office, and what people call it. */
export const OFFICE_TASKS = {
  save: '保存一条，正文改过，两个附件没有变',
  'save-files': '保存一条，正文和两个附件都改过',
  'save-moved': '发布以后，第一次保存',
  'save-together': '八个人同时保存，各改一条的正文和两个附件',
  preview: '预览一条草稿',
  library: '发布以后，打开目录',
  publish: '最后一个人签字，到网站切换完毕',
  'take-down': '网站正在更新时下线一条，到网站切换完毕',
  warm: '发布以后，在后台为下一次保存作准备',
} as const;

export type OfficeTask = keyof typeof OFFICE_TASKS;
