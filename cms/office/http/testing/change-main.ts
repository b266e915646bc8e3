import { FILE_MODE } from '../../store/tree.ts';
import type { HttpOffice } from './http-office.ts';

/** Changes a file on main, as somebody does who has the repository and not the office. @param path from the content root */
export async function changeMain({ parts: { store } }: HttpOffice, path: string, change: (text: string) => string): Promise<void> {
  const { repository } = store;
  const main = await store.main();
  const before = (await repository.at(main, path))!.bytes.toString('utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  const blob = await repository.writeBlob(Buffer.from(after));
  const tree = await repository.withItem(main, path, { mode: FILE_MODE, id: blob });
  const author = { id: 'county-office', name: '试三' };
  const { id } = await repository.commit({ tree, parents: [main], message: '调整发布人员\n', author, isSigned: false });
  await repository.move([{ ref: 'refs/heads/main', from: main, to: id }]);
}

/** Changes a unit's file on main. */
export const changeUnit = (office: HttpOffice, unit: string, change: (text: string) => string): Promise<void> =>
  changeMain(office, `units/${unit}.yaml`, change);
