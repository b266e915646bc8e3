/** A longer copy of an array, with zeros behind. @param least place that it must have */
export function grown<A extends Uint32Array | Int32Array>(array: A, least: number): A {
  const larger = new (array.constructor as new (length: number) => A)(Math.max(array.length * 2, least + 2));
  larger.set(array);
  return larger;
}
