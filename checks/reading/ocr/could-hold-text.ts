/** In pixels: a picture with a shorter short side, or with no longer long side, holds no line of text. */
const LEAST_SHORT = 16;
const LEAST_LONG = 60;

/** Whether a picture of this size is worth looking at: a mark may stand in a strip one line high. */
export const couldHoldText = (width: number, height: number): boolean =>
  Math.min(width, height) >= LEAST_SHORT && Math.max(width, height) >= LEAST_LONG;
