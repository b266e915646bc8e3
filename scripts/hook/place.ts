import { join } from 'node:path';

/** Where a repository keeps what its hook needs: the index of main, what is remembered, and the office's public keys. */
export const stateIn = (repository: string): string => join(repository, 'gongkai');

export const signersIn = (repository: string): string => join(stateIn(repository), 'office.signers');
