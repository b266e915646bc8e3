/** Keeps what was made of a key, and of all that is kept only the latest so many. @returns the value */
export function remember<K, V>(all: Map<K, V>, key: K, value: V, most: number): V {
  all.set(key, value);
  if (all.size > most) all.delete(all.keys().next().value!);
  return value;
}
