import { evenOut, FEATURES } from '../../rules/secrecy/resembling/features.ts';

/** Weights of features (`featuresOf`), and what is added to every sum of them. */
export interface Weights {
  of: Float32Array;
  bias: number;
}

/** Features of a statement. */
type Features = Uint32Array;

const ROUNDS = { choosing: 3, weighing: 12 };
/** Statements of a document that are taken for what makes it unfit, at first and after that, and how much less like they may be. */
const TAKEN = { first: 30, later: 3, margin: 0.15 };
const RATE = 0.6;
/** Draws weights to nought (L2), so that the words of one author do not weigh too much. */
const SHRINK = 0.001;
/** An innocent statement that is less like teaches nothing more: what tells the two kinds apart are those that come close. */
const CLOSE = -0.7;
/** The few statements that must not be public count more, at most by this. */
const MOST_WEIGHT = 2;

/**
 * Learns which statements make a document unfit to be public. Of such a document it is not known which statement does: those are
 * taken that are likest by what was learnt before (multiple instance learning, logistic regression with AdaGrad). Gives the same
 * weights for the same documents in the same order.
 *
 * @param unfit statements of each document that must not be public
 * @param innocent statements of documents that may
 */
export function learn(unfit: readonly Features[][], innocent: readonly Features[]): Weights {
  let taken = unfit.flatMap((statements) => statements.slice(0, TAKEN.first));
  let weights = weigh(taken, innocent);
  for (let round = 1; round < ROUNDS.choosing; round++) {
    taken = unfit.flatMap((statements) => {
      const likeness = statements.map((features) => likenessBy(weights, features));
      const likest = Math.max(...likeness);
      return statements.filter((_, at) => likeness[at]! >= likest - TAKEN.margin).slice(0, TAKEN.later);
    });
    weights = weigh(taken, innocent);
  }
  return weights;
}

/** How like a statement is to what must not be public, by its features; the same as `likenessOf`, with weights that are being learnt. */
export function likenessBy({ of, bias }: Weights, features: Features): number {
  let sum = bias;
  for (const feature of features) sum += of[feature]!;
  return sum / evenOut(features.length);
}

function weigh(unfit: readonly Features[], innocent: readonly Features[]): Weights {
  const weights: Weights = { of: new Float32Array(FEATURES), bias: 0 };
  const moved = new Float32Array(FEATURES).fill(1);
  const weight = Math.min(MOST_WEIGHT, innocent.length / unfit.length);
  const all = [...unfit.map((features) => ({ features, isUnfit: 1 })), ...innocent.map((features) => ({ features, isUnfit: 0 }))];
  const random = toRandom(7);
  for (let round = 0; round < ROUNDS.weighing; round++) {
    shuffle(all, random);
    for (const { features, isUnfit } of all) {
      const likeness = likenessBy(weights, features);
      if (!isUnfit && likeness < CLOSE) continue;
      const chance = 1 / (1 + Math.exp(-2 * likeness));
      const step = ((isUnfit - chance) * (isUnfit ? weight : 1)) / evenOut(features.length);
      weights.bias += RATE * step * 0.1;
      for (const feature of features) {
        moved[feature]! += step * step;
        weights.of[feature]! += (RATE * (step - SHRINK * weights.of[feature]!)) / Math.sqrt(moved[feature]!);
      }
    }
  }
  return weights;
}

function shuffle<T>(all: T[], random: () => number) {
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
}

/** Numbers from 0 to below 1, the same for a seed on every machine. */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
