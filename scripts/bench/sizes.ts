/** 1k,500 → [1000, 500]; undefined when a size is not a number of articles. */
export function toSizes(text: string): number[] | undefined {
  const sizes = text.split(',').map(toSize);
  return sizes.every((size) => size !== undefined) ? sizes : undefined;
}

function toSize(text: string): number | undefined {
  const [, digits, thousand] = /^([1-9]\d{0,5})(k?)$/u.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits) * (thousand === 'k' ? 1000 : 1);
}

/** 50000 → 50k */
export const toSizeName = (size: number) => (size % 1000 === 0 ? `${size / 1000}k` : String(size));
