import type { z } from 'zod';
import type { Finding } from './finding.ts';
import type { Places } from './places.ts';

/**
 * What a schema holds against the fields of a file, in an editor's words and at its place.
 * @param under path of the fields inside the file
 */
export function toFindings(file: string, error: z.ZodError, places: Places, under: readonly PropertyKey[] = []): Finding[] {
  return error.issues.flatMap((issue) => {
    const path = [...under, ...issue.path];
    if (issue.code !== 'unrecognized_keys') return { file, ...places.of(path), message: issue.message };
    // Unknown keys come as one issue with a line for each.
    return issue.message.split('\n').map((message, index) => ({ file, ...places.ofKey([...path, issue.keys[index]!]), message }));
  });
}
