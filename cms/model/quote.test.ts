import { expect, test } from 'vitest';
import { quote } from './quote.ts';

test.each([
  ['publised_at', 'publised_at'],
  ['部门动态', '部门动态'],
  ['补贴标准\n表', '补贴标准 表'],
  ['990101003/202603-00001', '990101003/202603-00001'],
  ['990101198001011236', '******'],
  ['名单990101 19800101 1236.xlsx', '名单******.xlsx'],
  ['９９０１０１１９８００１０１１２３６', '******'],
  ['密级机密★10年', '密级******'],
  ['绝 密', '***'],
  ['㊙', '*'],
  ['Qinglan@2026', '******'],
  ['a'.repeat(50), `${'a'.repeat(40)}……`],
])('%j is shown as %j', (written, shown) => {
  expect(quote(written)).toBe(shown);
});
