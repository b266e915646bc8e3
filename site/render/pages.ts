import { AsyncLocalStorage } from 'node:async_hooks';
import { pathToFileURL } from 'node:url';
import type { Library } from '../../cms/library/library.ts';
import type { Reading } from '../../cms/library/recorder.ts';
import type { KeptTexts } from '../attachments/kept-texts.ts';
import { withNotices } from '../leaving/with-notices.ts';
import type { Route } from '../routes.ts';

export type PageRoute = Extract<Route, { page: string }>;

/** Takes a page as text, with what was read for it. A view still has a place for its version. */
export type OnPage = (route: PageRoute, text: string, reading: Reading, isView: boolean) => void;

/** Astro's app as far as we use it. */
interface App {
  render(request: Request, options: { routeData: unknown; locals: object }): Promise<Response>;
  getManifest(): { routes: { routeData: { component: string } }[] };
}

/** Calls the compiled renderer. */
export class Pages {
  readonly #app: App;
  readonly #library: Library;
  readonly #texts: KeptTexts;
  /** Astro's routes by the names of their files under `pages/`, with the extension. */
  readonly #routes: ReadonlyMap<string, unknown>;
  /** Which page is being rendered, for `Astro.locals`. */
  readonly #current = new AsyncLocalStorage<PageRoute>();

  private constructor(app: App, library: Library, texts: KeptTexts) {
    this.#app = app;
    this.#library = library;
    this.#texts = texts;
    this.#routes = new Map(app.getManifest().routes.map(({ routeData }) => [routeData.component.replace(/^.*\/pages\//u, ''), routeData]));
  }

  /** @param entry module of the compiled renderer */
  static async load(entry: string, library: Library, texts: KeptTexts): Promise<Pages> {
    const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
    return new Pages(app, library, texts);
  }

  /** Renders pages one after the other. @throws Error that names the page which failed */
  async render(routes: readonly PageRoute[], onPage: OnPage) {
    const isView = ({ page }: PageRoute) => this.#routes.has(`${page}.astro`);
    const views = routes.filter(isView);
    if (views.length > 0) await this.#renderViews(views, onPage);
    for (const route of routes) if (!isView(route)) await this.#renderEndpoint(route, onPage);
  }

  async #renderViews(routes: readonly PageRoute[], onPage: OnPage) {
    let failure: unknown;
    const take = async (route: PageRoute, render: () => Promise<string>) => {
      try {
        const { value, reading } = await this.#library.record(() => this.#current.run(route, render));
        onPage(route, this.#finish(value), reading, true);
      } catch (error) {
        failure = new Error(`${route.path} 没有生成`, { cause: error });
        throw error;
      }
    };
    const current = this.#current;
    await this.#request('several.astro', {
      library: this.#library,
      texts: this.#texts,
      routes,
      take,
      get props() {
        return current.getStore()?.props;
      },
      get path() {
        return toPath(current.getStore()?.path ?? '');
      },
    }).catch((error: unknown) => {
      throw failure ?? error;
    });
  }

  /** What is done to a page as a whole. */
  #finish(html: string): string {
    return withNotices(`<!DOCTYPE html>${html}`, this.#library.portal?.host ?? '');
  }

  async #renderEndpoint(route: PageRoute, onPage: OnPage) {
    const locals = { library: this.#library, texts: this.#texts, props: route.props, path: toPath(route.path) };
    const { value: text, reading } = await this.#library.record(() => this.#request(`${route.page}.ts`, locals));
    onPage(route, text, reading, false);
  }

  async #request(component: string, locals: object): Promise<string> {
    const response = await this.#app.render(new Request('http://localhost/'), { routeData: this.#routes.get(component), locals });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${component}: ${response.status} ${text.slice(0, 2000)}`);
    return text;
  }
}

/** The path of a page as links name it. */
const toPath = (path: string) => path.replace(/index\.html$/u, '');
