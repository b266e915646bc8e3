const PLACEHOLDER =
  /^(?:[<{[(（【$%].*|([^\d])\1*|0+|[x×*•.…_\-=]+.*|.*(?:\*{3}|x{4}|X{4}|\.{3}|…|___).*|.*(?:your|example|sample|placeholder|change_?me|示例|填写|用户名|密码|口令).*|(?:null|none|undefined|true|false|string|password|passwd|secret|token|process\.env.*|os\.environ.*))$/iu;

/** Whether a value only keeps the place of a password or key: `****`, `<…>`, `${KEY}`, `YOUR_SECRET`, `xxxxxxxx`. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value);

/** Hashes stand where passwords are kept well. */
export const isHash = (value: string): boolean => /^(?:[a-f0-9]{32}|[a-f0-9]{40}|[a-f0-9]{64}|\$2[aby]\$.*)$/iu.test(value);
