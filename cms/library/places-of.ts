/** Name of an unforeseen error and the places in code that it came through. Its message may quote a file and is left out. */
export function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line)) : [];
  return [error instanceof Error ? error.name : 'unknown', ...lines.slice(0, 5)].join('\n');
}
