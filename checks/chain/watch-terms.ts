import { watchHoursIn } from '../../cms/library/watch-hours.ts';
import type { Objects } from './objects.ts';
import type { Trees } from './trees.ts';

/** For how many hours what is signed on watch (值班) holds, as revisions say it; a portal's file is read once. */
export class WatchTerms {
  readonly #objects: Objects;
  readonly #trees: Trees;
  readonly #known = new Map<string, number>();

  constructor(objects: Objects, trees: Trees) {
    this.#objects = objects;
    this.#trees = trees;
  }

  /** @param root folder of the content root in the tree, with a final `/`; empty for the top */
  async at(tree: string, root: string): Promise<number> {
    await this.#trees.walk([[tree, root]]);
    const portal = this.#trees.at(tree, `${root}portal.yaml`)?.id ?? '';
    let hours = this.#known.get(portal);
    if (hours !== undefined) return hours;
    let bytes: Buffer | undefined;
    if (portal !== '')
      await this.#objects.read([portal], (found) => {
        if (found !== 'missing' && found !== 'altered') bytes = found.bytes;
      });
    hours = watchHoursIn(bytes);
    this.#known.set(portal, hours);
    return hours;
  }
}
