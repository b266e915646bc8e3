/** What the acts in the log are called. */
const ACTS: Record<string, string> = {
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
  'audit-export': '导出审计记录',
  interrupted: '记录中断',
};

/** An act in words; as the log has it when there are none for it. */
export const wordsOf = (act: string): string => ACTS[act] ?? act;
