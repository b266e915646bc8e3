import type { Pixels } from './pixels.ts';

/** Darker than this is print, and not a watermark; of 255. */
const PRINT = 140;
/** Pixels around print that its blur has greyed, and how far paper may differ from white. */
const RIM = 3;
const PAPER = 242;
/** How far around to look for what lies beneath print. */
const AROUND = 9;
/** Part of the page that a watermark covers at least. */
const LEAST_SHARE = 0.003;

/**
 * What is left of a grey picture when everything dark is taken out and the rest is darkened: a pale watermark, which OCR
 * overlooks between the lines of print. It is half as wide and high. Null when there is nothing pale.
 */
export function toPaleLayer({ data, width, height }: Pixels): Pixels | null {
  const isPrint = markPrint(data, width, height);
  const darkest = findDarkest(data, isPrint);
  if (darkest === null) return null;
  const layer = new Uint8Array(width * height);
  const range = Math.max(8, 250 - darkest);
  for (let at = 0; at < layer.length; at++) layer[at] = Math.max(0, Math.min(255, ((data[at]! - darkest) * 255) / range));
  return halve(fillPrint(layer, isPrint, width, height), width, height);
}

function markPrint(data: Uint8Array, width: number, height: number): Uint8Array {
  const isPrint = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! >= PRINT) continue;
      const [left, right] = [Math.max(0, x - RIM), Math.min(width - 1, x + RIM)];
      for (let row = Math.max(0, y - RIM); row <= Math.min(height - 1, y + RIM); row++)
        isPrint.fill(1, row * width + left, row * width + right + 1);
    }
  return isPrint;
}

/** The grey that is darker than all but a small share of what is no print; null when that is as pale as paper. */
function findDarkest(data: Uint8Array, isPrint: Uint8Array): number | null {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at++) if (!isPrint[at]) counts[data[at]!]!++;
  let count = 0;
  for (let grey = 0; grey < PAPER; grey++) {
    count += counts[grey]!;
    if (count > data.length * LEAST_SHARE) return grey;
  }
  return null;
}

/** Puts the mean of what lies around in the place of print. */
function fillPrint(layer: Uint8Array, isPrint: Uint8Array, width: number, height: number): Uint8Array {
  const filled = layer.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isPrint[y * width + x]) continue;
      let [sum, count] = [0, 0];
      for (let row = Math.max(0, y - AROUND); row <= Math.min(height - 1, y + AROUND); row++)
        for (let column = Math.max(0, x - AROUND); column <= Math.min(width - 1, x + AROUND); column++)
          if (!isPrint[row * width + column]) {
            sum += layer[row * width + column]!;
            count++;
          }
      filled[y * width + x] = count > 0 ? sum / count : 255;
    }
  return filled;
}

/** Takes the mean of every four pixels, which also smooths what fills the print. */
function halve(data: Uint8Array, width: number, height: number): Pixels {
  const half = { data: new Uint8Array((width / 2) * (height / 2)), width: width / 2, height: height / 2, channels: 1 as const };
  for (let y = 0; y < half.height; y++)
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x;
      half.data[y * half.width + x] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]!) / 4;
    }
  return half;
}
