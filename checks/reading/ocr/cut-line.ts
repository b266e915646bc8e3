import type { Pixels } from './pixels.ts';
import type { SlantedBox } from './slanted-box.ts';

/** Height of a line as the model wants it, and the longest line that is given to it, in pixels. */
export const LINE_HEIGHT = 48;
const MOST_WIDTH = 3200;

/** A line cut out upright, as the model's input: three planes (blue, green, red) of values from −1 to 1. */
export interface LineInput {
  values: Float32Array;
  width: number;
}

/** Cuts a box out of a picture and turns it level. */
export function cutLine(pixels: Pixels, { x, y, width, height, angle }: SlantedBox): LineInput {
  const lineWidth = Math.max(8, Math.min(MOST_WIDTH, Math.round((width / height) * LINE_HEIGHT)));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const scaleX = width / lineWidth;
  const scaleY = height / LINE_HEIGHT;
  return sample(pixels, lineWidth, (column, row) => {
    const along = (column + 0.5) * scaleX - width / 2;
    const across = (row + 0.5) * scaleY - height / 2;
    return [x + along * cos - across * sin - 0.5, y + along * sin + across * cos - 0.5];
  });
}

/** Cuts out characters that stand one below the other, as vertical writing has them, and sets them side by side. */
export function cutStack(pixels: Pixels, { x, y, width, height, angle }: SlantedBox): LineInput {
  const count = Math.max(1, Math.round(height / width));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const scale = width / LINE_HEIGHT;
  return sample(pixels, Math.min(MOST_WIDTH, count * LINE_HEIGHT), (column, row) => {
    const along = ((column % LINE_HEIGHT) + 0.5) * scale - width / 2;
    const within = ((row + 0.5) / LINE_HEIGHT) * (height / count);
    const across = Math.floor(column / LINE_HEIGHT) * (height / count) + within - height / 2;
    return [x + along * cos - across * sin - 0.5, y + along * sin + across * cos - 0.5];
  });
}

function sample(
  { data, width, height, channels }: Pixels,
  lineWidth: number,
  toSource: (column: number, row: number) => [number, number],
): LineInput {
  const plane = LINE_HEIGHT * lineWidth;
  const values = new Float32Array(3 * plane);
  const step = channels < 3 ? 0 : 1;
  for (let row = 0; row < LINE_HEIGHT; row++)
    for (let column = 0; column < lineWidth; column++) {
      const [x, y] = toSource(column, row);
      const left = Math.max(0, Math.min(width - 2, Math.floor(x)));
      const top = Math.max(0, Math.min(height - 2, Math.floor(y)));
      const [right, down] = [Math.max(0, Math.min(1, x - left)), Math.max(0, Math.min(1, y - top))];
      const at = (top * width + left) * channels;
      for (let channel = 0; channel < 3; channel++) {
        const from = at + (2 - channel) * step;
        const above = data[from]! * (1 - right) + data[from + channels]! * right;
        const below = data[from + width * channels]! * (1 - right) + data[from + (width + 1) * channels]! * right;
        values[channel * plane + row * lineWidth + column] = (above * (1 - down) + below * down) / 127.5 - 1;
      }
    }
  return { values, width: lineWidth };
}
