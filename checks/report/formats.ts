import type { Checked } from '../engine/checked.ts';

type ToText = (checked: Checked) => string;

/** Every form in which the outcome of a check can be written, by the name that `--format` takes; loaded when it is asked for. */
export const FORMATS = {
  text: async () => (await import('./to-text.ts')).toText,
  json: async () => (await import('./to-json.ts')).toJson,
  markdown: async () => (await import('./to-markdown.ts')).toMarkdown,
  sarif: async () => (await import('./to-sarif.ts')).toSarif,
  gitlab: async () => (await import('./to-gitlab.ts')).toGitlab,
  github: async () => (await import('./to-github.ts')).toGithub,
} as const satisfies Record<string, () => Promise<ToText>>;

export type FormatName = keyof typeof FORMATS;
