import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '../routes.ts';
import { seal } from '../version.ts';
import type { PageRoute, Pages } from './pages.ts';
import { keyOf } from './plan.ts';
import { Scratch } from './scratch.ts';
import type { Known } from './state.ts';

/** More effort than 2 makes AVIF 5 % smaller in twice the time, and from 4 on in five times. */
const AVIF = { quality: 50, effort: 2 };
const WEBP = { quality: 76 };

/** Takes a file that was made. Its bytes are good until the next one is made; a page comes as a text as well. */
export type OnFile = (route: Route, bytes: Uint8Array, known: Known, text?: string) => void;

/** Makes the bytes of any file of the site. */
export class Painter {
  readonly #pages: Pages;
  readonly #read: (path: string) => Uint8Array | undefined;
  readonly #pictures: string;
  readonly #scratch = new Scratch();

  /**
   * @param read gives the bytes of a content file
   * @param pictures folder that keeps smaller pictures between builds
   */
  constructor(pages: Pages, read: (path: string) => Uint8Array | undefined, pictures: string) {
    this.#pages = pages;
    this.#read = read;
    this.#pictures = pictures;
  }

  /** Makes files one after the other. */
  async paint(routes: readonly Route[], onFile: OnFile) {
    const pages = routes.filter((route): route is PageRoute => 'page' in route);
    await this.#pages.render(pages, (route, text, reading, isView) => {
      const bytes = this.#scratch.encode(text);
      const sha256 = isView ? seal(bytes) : toHash(bytes);
      onFile(route, bytes, { sha256, key: keyOf(route), tags: [...reading.tags], until: reading.until ?? '' }, text);
    });
    for (const route of routes) {
      if ('page' in route) continue;
      const bytes = await this.#make(route);
      onFile(route, bytes, { sha256: toHash(bytes), key: keyOf(route), tags: [], until: '' });
    }
  }

  async #make(route: Route): Promise<Uint8Array> {
    if ('asset' in route) return readFileSync(route.asset);
    if ('copy' in route) return this.#copy(route.copy.path, route.copy.sha256);
    return this.#shrink(route as Extract<Route, { width: number }>);
  }

  #copy(path: string, sha256: string): Uint8Array {
    const bytes = this.#read(path);
    if (!bytes || toHash(bytes) !== sha256) throw new Error(`${path} 在构建过程中变了。再构建一次。`);
    return bytes;
  }

  async #shrink({ picture, width, format }: Extract<Route, { width: number }>): Promise<Uint8Array> {
    const cached = join(this.#pictures, `${picture.sha256}-${width}.${format}`);
    if (existsSync(cached)) return readFileSync(cached);
    const { default: sharp } = await import('sharp');
    const small = sharp(this.#copy(picture.path, picture.sha256)).rotate().resize({ width });
    const bytes = await (format === 'avif' ? small.avif(AVIF) : small.webp(WEBP)).toBuffer();
    mkdirSync(this.#pictures, { recursive: true });
    writeFileSync(`${cached}.${process.pid}`, bytes, { flush: true });
    renameSync(`${cached}.${process.pid}`, cached);
    return bytes;
  }
}

const toHash = (bytes: Uint8Array) => hash('sha256', bytes);
