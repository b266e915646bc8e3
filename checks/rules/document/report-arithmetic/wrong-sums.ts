import type { Data } from '../../../../cms/model/types/index.ts';

interface Wrong {
  field: string;
  /** What does not add up, without 。 */
  words: string;
}

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
/** Rows of table 3 that are not among the results of 三（一） to （六）. */
const NO_RESULT = new Set(['received', 'carried_in', 'total', 'carried_out']);

/** Sums of an annual report that are not kept (STD-AR-06, -07, -10). */
export function wrongSums({ requests, reviews }: Data<'annual-report'>): Wrong[] {
  const rows = Object.entries(requests) as [string, number[]][];
  const results = rows.filter(([name]) => !NO_RESULT.has(name)).map(([, row]) => row);
  return [
    ...rows.flatMap(([name, row]) => wrongRow(`requests.${name}`, row)),
    ...Object.entries(reviews).flatMap(([name, row]) => wrongRow(`reviews.${name}`, row)),
    ...APPLICANTS.flatMap((applicant, column) => {
      const at = (row: readonly number[]) => row[column] ?? 0;
      const done = at(requests.total);
      const sum = results.reduce((all, row) => all + at(row), 0);
      const taken = at(requests.received) + at(requests.carried_in);
      const left = done + at(requests.carried_out);
      const wrong: Wrong[] = [];
      if (done !== sum) wrong.push({ field: 'requests.total', words: `“${applicant}”一列写着 ${done}，各项处理结果相加是 ${sum}` });
      if (taken !== left)
        wrong.push({ field: 'requests.received', words: `“${applicant}”一列新收加结转是 ${taken}，总计加结转下年是 ${left}` });
      return wrong;
    }),
  ];
}

/** A row whose last number is not the sum of the others. */
function wrongRow(field: string, row: readonly number[]): Wrong[] {
  const sum = row.slice(0, -1).reduce((all, value) => all + value, 0);
  return row.at(-1) === sum ? [] : [{ field, words: `总计写着 ${row.at(-1)}，各列相加是 ${sum}` }];
}
