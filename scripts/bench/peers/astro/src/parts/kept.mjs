const kept = new Map();

/** Parts that are the same on thousands of pages are rendered once. */
export function once(key, render) {
  let part = kept.get(key);
  if (part === undefined) kept.set(key, (part = render()));
  return part;
}
