/** Pixels of a picture, row by row; one channel is grey, three are RGB, four RGBA. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 1 | 3 | 4;
}
