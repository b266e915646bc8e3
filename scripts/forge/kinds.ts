/** Forges for which files can be written, with where each looks for them. */
export const FORGES = {
  forgejo: { name: 'Forgejo', pipeline: '.forgejo/workflows/gongkai-review.yml', owners: '.forgejo/CODEOWNERS' },
  gitlab: { name: 'GitLab', pipeline: '.gitlab-ci.yml', owners: '.gitlab/CODEOWNERS' },
  github: { name: 'GitHub', pipeline: '.github/workflows/gongkai-review.yml', owners: '.github/CODEOWNERS' },
} as const;

export type ForgeKind = keyof typeof FORGES;
