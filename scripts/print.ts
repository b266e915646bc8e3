// Whoever stops reading, as `head` does, ends nothing: the exit code still tells the outcome.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Writes to stdout and waits until it is taken, or until nobody reads any more. */
export const print = (text: string): Promise<void> => new Promise((resolve) => process.stdout.write(text, () => resolve()));
