/** A form of credential; the group `value` is the secret part, which must not be a placeholder. */
export interface CredentialForm {
  pattern: RegExp;
  /** Whether a hash in its place is no secret. */
  mayBeHash?: true;
}

const VALUE = '["\'“`]?(?<value>[!-~]{6,200}?)(?=["\'”`,;\\s]|[^!-~]|$)';

/** Credentials that can be told by their look, with or without a label. */
export const CREDENTIAL_FORMS: readonly CredentialForm[] = [
  // Keys of clouds and code hosts, in the forms that their makers document: Aliyun, Tencent Cloud, AWS, GitHub, GitLab, npm, Slack, Google.
  { pattern: /(?<![A-Za-z0-9])(?<value>LTAI[A-Za-z0-9]{12,28}|AKID[A-Za-z0-9]{28,40}|(?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])/gu },
  {
    pattern:
      /(?<![A-Za-z0-9])(?<value>gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{36}|xox[abprs]-[\w-]{20,}|AIza[\w-]{35}|sk-[A-Za-z0-9]{24,})/gu,
  },
  // JSON Web Token (RFC 7519) with a signature.
  { pattern: /(?<value>eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,})/gu },
  { pattern: /\bBearer\s+(?<value>[\w.~+/-]{16,}=*)/gu },
  // User information in an address (RFC 3986, 3.2.1), connection strings included.
  { pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,64}:(?<value>[^\s@/]{3,100})@[^\s@]/giu },
  {
    pattern: new RegExp(
      `(?:access_?key_?(?:id|secret)?|secret_?(?:id|key|access_key)|app_?secret|client_?secret|session_?secret|api_?key|access_?token|auth_?token|encoding_?aes_?key)["']?\\s*[:=]\\s*${VALUE}`,
      'giu',
    ),
  },
  // Put one behind the other without a sign, as a console shows them.
  { pattern: /(?:app_?secret|access_?key_?secret|secret_?key|secret_?id)[ \t]{1,8}(?<value>(?=[\w+/=-]*\d)[\w+/=-]{16,80})/giu },
  { pattern: /(?<![\w])(?:token|令牌)\s*[:=]\s*["']?(?<value>(?=[\w.-]*\d)[\w.-]{20,200})/giu },
  // curl
  { pattern: /\s-u\s+[\w.@-]{1,40}:(?<value>[!-~]{4,64})/gu },
  { pattern: new RegExp(`(?:\\b|_)(?:password|passwd|pass|pwd)["']?\\s*[:=]\\s*${VALUE}`, 'giu'), mayBeHash: true },
  {
    pattern:
      /(?<!不得|不要|禁止|避免|会议|入会|解压|提取|弱|Wi-?Fi|无线|无线网|无线网络)(?:密\s*码|口\s*令)\s*(?:统一|均|都)?\s*(?:已|被)?(?:统一)?(?:重置|修改|更改|设置|设定|初始化|改|换|还|仍|默认)?\s*(?:用|为|是|成|设为|[:=])\s*["“]?(?<value>(?![\d.]{1,3}(?:位|个|月|天))[!-~]{4,64}?)(?=["”]|[,;、。]|[^!-~]|$)/giu,
    mayBeHash: true,
  },
  // Without a sign between them only what looks like a password is one: `密码 Abc@2026`.
  {
    pattern:
      /(?<!输入|会议|入会|解压|提取|弱|Wi-?Fi|无线|无线网|无线网络)(?:密\s*码|口\s*令)\s*(?:统一|均|都)?\s*(?<value>(?![:=])(?=[!-~]*[A-Za-z])(?=[!-~]*\d)[!-~]{6,64}?)(?=["',;]|[^!-~]|$)/giu,
    mayBeHash: true,
  },
  // `密码（Abc123）`
  { pattern: /(?:密\s*码|口\s*令)\s*[(（](?<value>(?=[!-~]*[A-Za-z])(?=[!-~]*\d)[!-'*-~]{6,64})[)）]/gu, mayBeHash: true },
  // Digits alone are one beside an account: `账号 admin，初始密码 888888`.
  {
    pattern:
      /(?:账号|帐号|账户|用户名|登录名)[::\s]{0,3}[A-Za-z][\w.-]{1,30}[\s,;、，；]{1,3}(?:初始|登录|默认)?(?:密\s*码|口\s*令)\s*(?<value>(?![:=])[!-~]{4,64}?)(?=["',;，。；、\s]|[^!-~]|$)/gu,
    mayBeHash: true,
  },
  // `admin / word-88 登录后台（用户名/密码）`
  {
    pattern:
      /(?<![\w/.])[A-Za-z]\w{2,30}\s*\/\s*(?<value>(?=[!-~]*[a-z])(?=[!-~]*\d)(?=[!-~]*[!@#$%^&*_-])[!-.0-~]{6,64})(?=[^!-~][^。\n]{0,30}(?:密\s*码|口\s*令))/gu,
  },
  // `demo_admin / Word#123`, `sa后面是Word#123`, `账号admin，后面那串是Word#123`
  {
    pattern:
      /(?<![\w/.])(?:\w{0,12}(?:admin|root|test|demo)\w{0,12}|sa|sys|system)(?:\s*\/\s*|(?:的?后[面头边]|尾巴)\p{Script=Han}{0,4}?[是为:：\s]{0,3})(?<value>(?=[!-~]*[A-Za-z])(?=[!-~]*\d)(?=[!-~]*[!@#$%^&*?])[!-~]{6,64}?)(?=["'”,;，。；、\s]|[^!-~]|$)/giu,
  },
  {
    pattern:
      /(?:账号|帐号|账户|用户名|登录名)[::\s是为]{0,3}[A-Za-z][\w.-]{1,30}[,，;；、\s]\p{Script=Han}{0,8}[:：\s]?(?<value>(?=[!-~]*[A-Za-z])(?=[!-~]*\d)(?=[!-~]*[!@#$%^&*?])[!-~]{6,64}?)(?=["'”,;，。；、\s]|[^!-~]|$)/gu,
  },
  // `口令是县名拼音加年份，word2026`
  {
    pattern:
      /(?:密码|口令)(?:是|为|用)[\p{Script=Han}]{2,16}[,，:：]\s*(?<value>(?=[!-~]*[A-Za-z])(?=[!-~]*\d)[\w!@#$%^&*?]{6,40})(?=[,;，。；、\s]|$)/gu,
  },
  // `后台 admin / Word#123`
  {
    pattern:
      /(?:后台|管理员|数据库|服务器|账号|帐号|登录|用户)[^\n。]{0,8}?[A-Za-z]\w{2,30}\s*\/\s*(?<value>(?=[!-~]*[A-Za-z])(?=[!-~]*\d)(?=[!-~]*[!@#$%^&*])[!-~]{6,64})/gu,
  },
];

/** Begin of a private key in PEM (RFC 7468), OpenSSH and PGP, with some of its body. */
export const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,300}?[A-Za-z0-9+/=]{30}/u;
export const PRIVATE_KEY_HEAD = /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/u;
