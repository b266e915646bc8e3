/** Law, regulation or standard that a duty or a rule rests on. */
export interface Basis {
  /** Name, without 《》. */
  law: string;
  /** For example `第三十五条`. */
  article?: string | undefined;
}

/** Number of a document or standard at the end of a name. */
const NUMBERED = /^(.*)(（[^（）]*\d[^（）]*）)$/u;

/** A law and its article as people cite it: the number outside the title marks, title marks within in the lesser form. */
export function toBasis({ law, article = '' }: Basis): string {
  const [, name = law, number = ''] = NUMBERED.exec(law) ?? [];
  return `《${name.replace(/《/gu, '〈').replace(/》/gu, '〉')}》${number}${article}`;
}
