import type { Library } from '../../cms/library/library.ts';
import { isShelf } from '../paths.ts';
import type { Before, Plan } from '../render/plan.ts';

/** Files that the release before had beside its entries and this one has not, if no public entry has their bytes any more. */
export function droppedFiles(library: Library, plan: Plan, before: Before): { name: string; sha256: string }[] {
  const directories = [...plan.tasks.map(({ directory }) => directory), ...plan.gone].filter(isShelf);
  return directories.flatMap((directory) => {
    const now = plan.layout.get(directory);
    return [...before.files(directory)].flatMap(([name, { key }]) => {
      const [kind, sha256 = ''] = key.split(' ');
      const isDropped = kind === 'copy' && now?.get(name)?.key !== key && !library.stored.hasPublicFile(sha256);
      return isDropped ? [{ name, sha256 }] : [];
    });
  });
}
