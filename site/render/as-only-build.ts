import { join } from 'node:path';
import { whileAlone } from '../../cms/library/while-alone.ts';

/**
 * Does something with releases while no other build does.
 * @param out folder for releases
 * @param patience longest wait for another one, in milliseconds
 * @throws BusyError when another build works on the same place
 */
export const asOnlyBuild = <T>(out: string, work: () => Promise<T>, patience = 0): Promise<T> =>
  whileAlone(join(out, 'lock.db'), work, { patience, message: '另一次构建正在往同一个地方写。等它结束，或者换一个 --out。' });
