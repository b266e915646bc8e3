/** A stretch of a paragraph whose characters are shown alike. */
interface Stretch {
  text: string;
  isHidden: boolean;
  change: Change;
}

/** What tracked changes did to a run. */
export type Change = '' | 'deleted' | 'inserted';

/** What can be seen of a paragraph, and what somebody finds who looks closer. */
export interface Wordings {
  /** As shown: without hidden and deleted text. */
  shown: string;
  /** Every hidden stretch, and the whole with hidden text where both are mixed. */
  hidden: string[];
  /** Every deleted stretch, and the whole before the changes where the rest stayed. */
  deleted: string[];
}

/** Joins the runs of one paragraph. */
export class Paragraph {
  isHeading = false;
  /** Set by the paragraph's style. */
  isHidden = false;
  readonly #stretches: Stretch[] = [];

  add(text: string, isHidden: boolean, change: Change): void {
    const last = this.#stretches.at(-1);
    if (last && last.isHidden === isHidden && last.change === change) last.text += text;
    else this.#stretches.push({ text, isHidden, change });
  }

  wordings(): Wordings {
    const all = this.#stretches;
    if (all.length === 1 && !all[0]!.isHidden && all[0]!.change !== 'deleted') return { shown: all[0]!.text, hidden: [], deleted: [] };
    const join = (keep: (stretch: Stretch) => boolean) => textsOf(all.filter(keep)).join('');
    const remains = ({ change }: Stretch) => change !== 'deleted';
    return {
      shown: join((stretch) => remains(stretch) && !stretch.isHidden),
      hidden: withWhole(textsOf(all.filter((stretch) => remains(stretch) && stretch.isHidden)), join(remains)),
      deleted: withWhole(
        textsOf(all.filter((stretch) => !remains(stretch))),
        join(({ change }) => change !== 'inserted'),
      ),
    };
  }
}

const textsOf = (stretches: Stretch[]): string[] => stretches.map(({ text }) => text).filter((text) => text.trim() !== '');

const withWhole = (parts: string[], whole: string): string[] =>
  parts.length === 0 || (parts.length === 1 && parts[0] === whole) ? parts : [...parts, whole];
