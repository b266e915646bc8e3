import { cutLine, cutStack } from './cut-line.ts';
import type { Model, ReadLine } from './model.ts';
import type { Pixels } from './pixels.ts';
import type { SlantedBox } from './slanted-box.ts';

/** A line with its place; its box is turned so that the line is read along its width. */
export interface FoundLine extends ReadLine {
  box: SlantedBox;
}

/** A line read in one way: turned by so many quarters, or as characters one below the other. */
interface Attempt extends FoundLine {
  way: 0 | 1 | 2 | 3 | 'stack';
}

/** Below this sureness a line is noise, and below the second it may stand on its head. */
const LEAST = 0.5;
const DOUBT = 0.8;
/**
 * What a line of figures alone needs: beads, bars and hatching look like figures, and of numbers with eleven figures as
 * sure as this fewer than one in two hundred would be read right.
 */
const LEAST_FIGURES = 0.6;
const FIGURES = /^[\d\s.,:-]+$/u;
const TALL = 1.5;
/** What it counts, in sureness, that most of the page is read in the same way. */
const LIKE_OTHERS = 0.2;

/** Finds and reads the lines of a picture. `reduced` is the same picture for finding, its sides multiples of 32. */
export async function readLines(model: Model, pixels: Pixels, reduced: Pixels): Promise<FoundLine[]> {
  const scaleX = pixels.width / reduced.width;
  const scaleY = pixels.height / reduced.height;
  const tried: Attempt[][] = [];
  for (const { x, y, width, height, angle } of await model.detect(reduced)) {
    const box = { x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY, angle };
    for (const part of partsOf(box)) tried.push(await tryWays(model, pixels, part));
  }
  const usual = findUsualWay(tried);
  return tried.map((attempts) => toBest(attempts, usual)).filter(isLine);
}

/** A longer line, in parts of its height, would be pressed together; its parts lie over each other by more than a long number. */
const LONGEST = 60;
const PART = 48;
const OVER = 14;

function partsOf(box: SlantedBox): SlantedBox[] {
  const { x, y, width, height, angle } = box;
  if (width <= height * LONGEST) return [box];
  const parts: SlantedBox[] = [];
  for (let from = 0; from === 0 || from + height * OVER < width; from += height * (PART - OVER)) {
    const length = Math.min(height * PART, width - from);
    const along = from + length / 2 - width / 2;
    parts.push({ x: x + along * Math.cos(angle), y: y + along * Math.sin(angle), width: length, height, angle });
  }
  return parts;
}

const isLine = ({ text, sureness }: ReadLine) => text.trim() !== '' && sureness >= (FIGURES.test(text) ? LEAST_FIGURES : LEAST);

/** Reads a box in every way in which its line may run. */
async function tryWays(model: Model, pixels: Pixels, box: SlantedBox): Promise<Attempt[]> {
  const along = async (way: 0 | 1 | 2 | 3): Promise<Attempt> => {
    const turned = turn(box, way);
    return { ...(await model.read(cutLine(pixels, turned))), box: turned, way };
  };
  if (box.height < box.width * TALL) {
    const level = await along(0);
    return level.sureness >= DOUBT || box.width < box.height * TALL ? [level] : [level, await along(2)];
  }
  return [{ ...(await model.read(cutStack(pixels, box))), box, way: 'stack' }, await along(1), await along(3)];
}

function turn({ x, y, width, height, angle }: SlantedBox, quarters: number): SlantedBox {
  const isOdd = quarters % 2 !== 0;
  return { x, y, width: isOdd ? height : width, height: isOdd ? width : height, angle: angle + (quarters * Math.PI) / 2 };
}

/** The way in which the doubtful lines of the page are read best, all taken together. */
function findUsualWay(tried: readonly Attempt[][]): Attempt['way'] | undefined {
  const scores = new Map<Attempt['way'], number>();
  for (const attempts of tried.filter(({ length }) => length > 1))
    for (const { way, sureness, text } of attempts) scores.set(way, (scores.get(way) ?? 0) + sureness * text.length);
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function toBest(attempts: readonly Attempt[], usual: Attempt['way'] | undefined): FoundLine {
  const toScore = ({ way, sureness }: Attempt) => sureness + (way === usual ? LIKE_OTHERS : 0);
  return attempts.reduce((best, attempt) => (toScore(attempt) > toScore(best) ? attempt : best));
}
