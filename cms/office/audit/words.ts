/** What the acts in the log are called. */
export const AUDIT_ACTS = {
  login: '登录',
  'login-failed': '登录没有成功',
  'login-locked': '锁定',
  'login-without-role': '没有角色，不能登录',
  logout: '退出',
  'passwd-failed': '改密码时输错',
  'account-passwd': '改密码',
  'account-add': '开通账号',
  'account-disable': '停用账号',
  'account-enable': '启用账号',
  'open-change': '打开待办内容',
  sign: '签字',
  discard: '丢弃稿件',
  return: '退回',
  comment: '写意见',
  publish: '发布',
  confirm: '补审',
  withdraw: '撤稿',
  'take-down': '下线',
  merge: '并入',
  purge: '清除',
  settings: '调整设置',
  'key-change': '更换签名密钥',
  'key-backup': '登记备用密钥',
  'save-refused': '保存被检查拦下',
  'checks-refused': '检查没有通过，没有办理',
  'request-refused': '没有权限，没有办理',
  'audit-export': '导出审计记录',
  interrupted: '记录中断',
} as const;
/** An act that has words. */
export type AuditAct = keyof typeof AUDIT_ACTS;

/** An act in words; as the log has it when there are none for it. */
export const wordsOf = (act: string): string => (AUDIT_ACTS as Readonly<Record<string, string>>)[act] ?? act;
