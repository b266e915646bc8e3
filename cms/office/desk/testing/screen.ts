import { textOf } from '../../http/testing/text-of.ts';

/** The words of a screen between its head and its foot. */
export async function screenOf(answer: Response): Promise<string[]> {
  const lines = await textOf(answer);
  return lines.slice(lines.indexOf('退出') + 1, -2);
}
