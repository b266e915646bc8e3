/** Turns texts into UTF-8 in memory that is used again: a buffer for each page costs four times as much. */
export class Scratch {
  #memory = Buffer.allocUnsafe(1 << 20);

  /** The bytes of a text, good until the next call. */
  encode(text: string): Buffer {
    // A UTF-16 unit never takes more than three bytes.
    if (text.length * 3 > this.#memory.length) this.#memory = Buffer.allocUnsafe(text.length * 3);
    return this.#memory.subarray(0, this.#memory.write(text));
  }
}
