import type { entryFields } from '../entry-fields.ts';
import type { Values } from '../field.ts';
import { annualReport } from './annual-report.ts';
import { consultation } from './consultation.ts';
import { dataset } from './dataset.ts';
import { disclosure } from './disclosure.ts';
import { guide } from './guide.ts';
import { interpretation } from './interpretation.ts';
import { letter } from './letter.ts';
import { news } from './news.ts';
import { nilStatement } from './nil-statement.ts';
import { notice } from './notice.ts';
import { page } from './page.ts';
import { policy } from './policy.ts';
import { publicList } from './public-list.ts';
import { recruitment } from './recruitment.ts';

/** Every entry type, in the order in which editors see them. */
export const types = [
  news,
  notice,
  policy,
  interpretation,
  disclosure,
  guide,
  publicList,
  recruitment,
  consultation,
  letter,
  dataset,
  nilStatement,
  annualReport,
  page,
] as const;

export type TypeName = (typeof types)[number]['name'];
type TypeNamed<N extends TypeName> = Extract<(typeof types)[number], { name: N }>;

/** The front matter of an entry of type N: the common fields and the type's own. */
export type Data<N extends TypeName = TypeName> = N extends TypeName ? Values<typeof entryFields> & Values<TypeNamed<N>['fields']> : never;

const byName = new Map<string, (typeof types)[number]>(types.map((type) => [type.name, type]));

/** The definition of a type, or undefined when there is none of that name. */
export const findType = (name: string) => byName.get(name);
