/** What stands where a password or key would: the whole of it, so that no real one is let off for how it begins. */
const PLACEHOLDERS = [
  // In brackets, or cut off at the first space in them: `<…>`, `${KEY}`, `<your password>`.
  /^(?:<.*>|\$?\{.*\}|\[.*\]|\$?[(（].*[)）]|【.*】|\$?[<{[(（【]\p{L}*)$/u,
  /^(?:\$[A-Z][A-Z_]*|%[A-Z_]+%|process\.env.*|os\.environ.*)$/u,
  // What a program asks for: `input('…')`, `os.getenv("…")`.
  /^(?:input|prompt|(?:\w+\.)?(?:getpass|getenv|get|readline|question|scan))\(.*$/iu,
  // One sign again and again, a series of dots or stars, or a part of it blotted out.
  /^(?:([^\d])\1*|0+|[x×*•.…_\-=#]+|.*(?:\*{3}|x{4}|\.{3}|…|___).*)$/iu,
  // Words and nothing else.
  /^[a-z_.-]*(?:your|example|sample|placeholder|change_?me)[a-z_.-]*$/iu,
  /^\D*(?:示例|填写|用户名|密码|口令)\D*$/u,
  /^(?:null|none|undefined|true|false|string|password|passwd|secret|token)$/iu,
];

/** Whether a value only keeps the place of a password or key: `****`, `<…>`, `${KEY}`, `YOUR_SECRET`, `xxxxxxxx`. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDERS.some((pattern) => pattern.test(value));

/** Hashes stand where passwords are kept well. */
export const isHash = (value: string): boolean => /^(?:[a-f0-9]{32}|[a-f0-9]{40}|[a-f0-9]{64}|\$2[aby]\$.*)$/iu.test(value);
