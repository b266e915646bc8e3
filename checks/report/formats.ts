import type { Checked } from '../engine/checked.ts';
import { toGithub } from './to-github.ts';
import { toGitlab } from './to-gitlab.ts';
import { toJson } from './to-json.ts';
import { toMarkdown } from './to-markdown.ts';
import { toSarif } from './to-sarif.ts';
import { toText } from './to-text.ts';

/** Every form in which the outcome of a check can be written, by the name that `--format` takes. */
export const FORMATS = {
  text: toText,
  json: toJson,
  markdown: toMarkdown,
  sarif: toSarif,
  gitlab: toGitlab,
  github: toGithub,
} as const satisfies Record<string, (checked: Checked) => string>;

export type FormatName = keyof typeof FORMATS;
