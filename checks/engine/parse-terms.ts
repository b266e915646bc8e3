import { z } from 'zod';
import { Places } from '../../cms/library/places.ts';
import { readYaml, YamlError } from '../../cms/library/yaml.ts';
import { isDay } from '../../cms/model/day.ts';
import type { Term } from '../lexicon.ts';

/** Something wrong in a word list. */
export interface ListFault {
  /** From one. */
  line: number;
  column: number;
  /** What is wrong and what to do. */
  message: string;
}

const TERM: z.ZodType<Term> = z.strictObject({
  word: z.string().min(2).max(40),
  advice: z.string().min(1).max(60),
  except: z.array(z.string().min(1).max(60)).max(60).optional(),
  posts: z.array(z.string().min(2).max(40)).max(12).optional(),
  from: z.string().refine(isDay).optional(),
});
const FORM =
  '写 word（两到四十个字的词）和 advice（怎样改），可以加 except（含这个词的正确词语）；人名还可以加 posts（职务）和 from（任职日期）';

/** The terms of a word list that are whole, and what is wrong with the others. */
export function parseTerms(text: string): { terms: Term[]; faults: ListFault[] } {
  const places = new Places(text);
  let list: unknown;
  try {
    list = readYaml(text, places) ?? [];
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { terms: [], faults: [{ ...error.place, message: `词表读不出来：${error.message}` }] };
  }
  if (!Array.isArray(list)) return { terms: [], faults: [{ line: 1, column: 1, message: `词表要写成一列词条。每条${FORM}。` }] };
  const terms: Term[] = [];
  const faults: ListFault[] = [];
  for (const [index, item] of list.entries()) {
    const { data } = TERM.safeParse(item);
    if (!data) faults.push({ ...places.of([index]), message: `这一条的写法不对。每条${FORM}。` });
    else if (terms.some(({ word }) => word === data.word))
      faults.push({ ...places.of([index]), message: `“${data.word}”写了两次。删去一条。` });
    else if (data.except?.some((longer) => !longer.includes(data.word)))
      faults.push({ ...places.of([index]), message: `except 里的词要含有“${data.word}”。改正或者删去。` });
    else terms.push(data);
  }
  return { terms, faults };
}
