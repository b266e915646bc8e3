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
    const known = this.#known.get(portal);
    if (known !== undefined) return known;
    const bytes = await this.#objects.bytesOf(portal === '' ? [] : [portal]);
    const hours = watchHoursIn(bytes.get(portal));
    this.#known.set(portal, hours);
    return hours;
  }
}
