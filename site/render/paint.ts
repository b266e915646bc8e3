import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../cms/library/library.ts';
import type { Route } from '../routes.ts';
import type { PageRoute, Pages } from './pages.ts';
import { keyOf } from './plan.ts';
import type { Known } from './state.ts';

export interface Painted {
  bytes: Uint8Array;
  known: Known;
}

/** Makes the bytes of any file of the site. */
export class Painter {
  readonly #pages: Pages;
  readonly #read: (path: string) => Uint8Array | undefined;
  readonly #pictures: string;

  /**
   * @param read gives the bytes of a content file
   * @param pictures folder that keeps smaller pictures between builds
   */
  constructor(pages: Pages, read: (path: string) => Uint8Array | undefined, pictures: string) {
    this.#pages = pages;
    this.#read = read;
    this.#pictures = pictures;
  }

  /** Makes files, in the order given. */
  async paint(routes: readonly Route[]): Promise<Painted[]> {
    const pageRoutes = routes.filter((route): route is PageRoute => 'page' in route);
    const rendered = await this.#pages.render(pageRoutes);
    const texts = new Map(pageRoutes.map((route, index) => [route as Route, rendered[index]!]));
    const painted: Painted[] = [];
    for (const route of routes) {
      const page = texts.get(route);
      painted.push(page ? toPainted(route, Buffer.from(page.text), page.reading) : toPainted(route, await this.#make(route)));
    }
    return painted;
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

  async #shrink({ picture, width }: Extract<Route, { width: number }>): Promise<Uint8Array> {
    const cached = join(this.#pictures, `${picture.sha256}-${width}.webp`);
    if (existsSync(cached)) return readFileSync(cached);
    const { default: sharp } = await import('sharp');
    const bytes = await sharp(this.#copy(picture.path, picture.sha256)).rotate().resize({ width }).webp({ quality: 76 }).toBuffer();
    mkdirSync(this.#pictures, { recursive: true });
    writeFileSync(`${cached}.${process.pid}`, bytes);
    renameSync(`${cached}.${process.pid}`, cached);
    return bytes;
  }
}

function toPainted(route: Route, bytes: Uint8Array, reading?: Reading): Painted {
  return {
    bytes,
    known: { sha256: toHash(bytes), key: keyOf(route), tags: reading ? [...reading.tags] : [], until: reading?.until ?? '' },
  };
}

const toHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
