import type { Table } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';
import { isHash, isPlaceholder } from './placeholder.ts';

const PASSWORD =
  /^\s*(?:(?:账号|帐号|账户|用户名|登录名)\s*[/、及和与]?\s*)?(?:初始|登录|默认|登陆|系统){0,2}(?:密\s*码|口\s*令|password|pwd)\s*[::]?\s*$/iu;
const ACCOUNT = /账号|帐号|用户|登录名|user|account/iu;
const VALUE = /^[!-~]{4,64}$/u;

/** Cells under or beside a heading `密码`, in a table that has accounts as well. */
export function passwordCells({ rows }: Table): Passage[] {
  if (!rows.some((row) => row.some((cell) => cell && ACCOUNT.test(cell.text)))) return [];
  return rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      if (!cell || !PASSWORD.test(cell.text)) return [];
      const near = [row[column + 1], ...rows.slice(index + 1).map((below) => below[column])];
      return near.filter((value): value is Passage => value !== undefined && isPassword(value.text.trim()));
    }),
  );
}

const isPassword = (text: string) => VALUE.test(text) && !isPlaceholder(text) && !isHash(text);
