import { DOCUMENT_KINDS } from '../../model/types/policy.ts';
import { squash } from '../fold.ts';

/** Kinds that regulations and plans bear and the model does not list; they need a person's choice. */
const OTHERS = ['条例', '规则', '纲要', '计划', '要点', '制度', '标准', '规程', '章程', '准则', '措施', '清单', '指南'];
const KINDS = Object.entries(DOCUMENT_KINDS);

/** The title without what follows the kind in brackets: （试行）, （2024—2026年）. */
const bare = (title: string) => squash(title).replace(/(?:[（〔][^（）〔〕]{1,30}[）〕])+$/u, '');

/** The statutory kind that a title ends with. */
export function kindOf(title: string): string | undefined {
  const words = bare(title);
  return KINDS.find(([, label]) => words.endsWith(label) && words.length > label.length)?.[0];
}

/** Whether a title ends as documents do, listed kind or not. */
export const endsWithKind = (title: string): boolean => kindOf(title) !== undefined || OTHERS.some((label) => bare(title).endsWith(label));

/** Whether the title is of a set of rules or a plan, and not of a letter that passes one on. */
export function isRules(title: string): boolean {
  const kind = kindOf(title);
  const letters = ['announcement', 'circular', 'notice', 'report', 'letter', 'reply', 'minutes'];
  return endsWithKind(title) && !(kind && letters.includes(kind));
}
