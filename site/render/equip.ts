import { toSource } from '../../cms/library/content.ts';
import { Library } from '../../cms/library/library.ts';
import { KeptTexts } from '../attachments/kept-texts.ts';
import { Pages } from './pages.ts';
import { Painter } from './paint.ts';
import type { Equipment } from './pool.ts';
import { Store } from './store.ts';

/** Everything that making files takes, in this process. */
export async function equip({ index, today, entry, content, store, pictures, texts }: Equipment) {
  const library = Library.open(index, today);
  const source = toSource(content);
  return {
    library,
    painter: new Painter(await Pages.load(entry, library, new KeptTexts(texts)), (path) => source.readOne(path), pictures),
    store: new Store(store),
  };
}
