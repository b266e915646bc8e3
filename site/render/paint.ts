import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library } from '../../cms/library/library.ts';
import type { Route } from '../routes.ts';
import { keyOf } from './plan.ts';
import type { Known } from './state.ts';

/** Astro's app as far as we use it. */
interface App {
  render(request: Request, options: { routeData: unknown; locals: object }): Promise<Response>;
  getManifest(): { routes: { routeData: { component: string } }[] } | { routes: { component: string }[] };
}

export interface Painted {
  bytes: Uint8Array;
  known: Known;
}

/** Makes the bytes of any file of the site. */
export class Painter {
  readonly #app: App;
  readonly #routes: Map<string, unknown>;
  readonly #library: Library;
  readonly #read: (path: string) => Uint8Array | undefined;
  readonly #origin: string;
  readonly #pictures: string;

  private constructor(app: App, library: Library, read: (path: string) => Uint8Array | undefined, pictures: string) {
    this.#app = app;
    this.#library = library;
    this.#read = read;
    this.#pictures = pictures;
    this.#origin = `https://${library.portal?.host ?? 'localhost'}`;
    this.#routes = new Map(
      app.getManifest().routes.map((route) => {
        const data = 'routeData' in route ? route.routeData : route;
        return [data.component.replace(/^.*\/pages\//u, '').replace(/\.(?:astro|ts)$/u, ''), data];
      }),
    );
  }

  /**
   * @param entry module of the compiled renderer
   * @param read gives the bytes of a content file
   * @param pictures folder that keeps smaller pictures between builds
   */
  static async load(entry: string, library: Library, read: (path: string) => Uint8Array | undefined, pictures: string): Promise<Painter> {
    const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
    return new Painter(app, library, read, pictures);
  }

  async paint(route: Route): Promise<Painted> {
    const { value: bytes, reading } = await this.#library.record(() => this.#make(route));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const tags = 'page' in route ? [...reading.tags].join('\n') : '';
    return { bytes, known: { sha256, key: keyOf(route), tags, until: reading.until ?? '' } };
  }

  async #make(route: Route): Promise<Uint8Array> {
    if ('page' in route) return this.#render(route);
    if ('asset' in route) return readFileSync(route.asset);
    return 'copy' in route ? this.#copy(route.copy.path, route.copy.sha256) : this.#shrink(route);
  }

  async #render(route: Extract<Route, { page: string }>): Promise<Uint8Array> {
    const path = route.path.replace(/index\.html$/u, '');
    const response = await this.#app.render(new Request(this.#origin + encodeURI(path)), {
      routeData: this.#routes.get(route.page),
      locals: { library: this.#library, props: route.props, path },
    });
    if (response.status !== 200 && !(route.page === 'not-found' && response.status === 404))
      throw new Error(`${route.path}: ${response.status} ${(await response.text()).slice(0, 2000)}`);
    return Buffer.from(await response.arrayBuffer());
  }

  #copy(path: string, sha256: string): Uint8Array {
    const bytes = this.#read(path);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`${path} 在构建过程中变了。再构建一次。`);
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
