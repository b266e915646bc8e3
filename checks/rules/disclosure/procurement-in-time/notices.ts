/** A kind of notice on purchases by government. */
interface Kind {
  title: RegExp;
  /** What the term counts from, in words. */
  event: string;
  /** The label before its date. */
  label: string;
}

const KINDS: readonly Kind[] = [
  {
    title: /采购.{0,40}(?:中标|成交)(?:[（(]成交[）)])?(?:结果)?公(?:告|示)|(?:中标|成交)(?:[（(]成交[）)])?结果公(?:告|示)/u,
    event: '确定中标、成交供应商',
    label: '(?:定标|中标|成交|中标[（(]成交[）)]|确定(?:中标|成交)供应商(?:的)?)(?:日期|时间)',
  },
  { title: /(?:政府)?采购合同(?:的)?公(?:告|示)/u, event: '签订采购合同', label: '(?:合同)?签[订署](?:日期|时间)' },
];
/** Land and projects are put out to tender by other laws. */
const OTHER = /土地|建设用地|使用权|矿业权|产权|工程施工招标/u;

export const kindOf = (title: string): Kind | undefined => (OTHER.test(title) ? undefined : KINDS.find((kind) => kind.title.test(title)));

/** The day of the event as the text gives it, and where; undefined when it does not. */
export function eventIn(body: string, { label }: Kind): { day: string; start: number; end: number } | undefined {
  const date = '((?:19|20)\\d{2})(?:年|-)(\\d{1,2})(?:月|-)(\\d{1,2})日?';
  const match = new RegExp(`${label}(?:\\*\\*)?\\s*[：:|]\\s*(?:\\*\\*)?\\s*${date}`, 'u').exec(body);
  if (!match) return undefined;
  const [whole, year, month, day] = match;
  return { day: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`, start: match.index, end: match.index + whole.length };
}
