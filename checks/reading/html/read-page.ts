import { Flow } from './flow.ts';
import { parseTree } from './parse-tree.ts';
import { readFlat } from './read-flat.ts';
import type { Scope } from './scope.ts';
import { sweep } from './sweep.ts';
import { PLAIN } from './visibility.ts';
import { walk } from './walk.ts';

/**
 * Puts down everything in a scope's page.
 *
 * @param isWhole whether it is a document of its own, not a fragment
 * @returns whether it was read as a browser reads it, and not only tag by tag
 */
export function readPage(scope: Scope | undefined, isWhole: boolean): boolean {
  if (!scope) return true;
  const tree = parseTree(scope.html, isWhole);
  if (!tree) readFlat(scope);
  else {
    const flow = new Flow(scope, 'paragraph', false);
    walk(tree, { flow, look: PLAIN, grid: undefined, keepsSpace: false }, scope);
    flow.flush();
    sweep(scope);
  }
  return tree !== undefined;
}
