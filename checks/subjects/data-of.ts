import type { StoredEntry } from '../../cms/library/stored.ts';
import type { Data, TypeName } from '../../cms/model/types/index.ts';

/** The fields of an entry of this type; undefined for an entry of another. */
export const dataOf = <N extends TypeName>({ type, data }: Pick<StoredEntry, 'type' | 'data'>, name: N): Data<N> | undefined =>
  type === name ? (data as Data<N>) : undefined;
