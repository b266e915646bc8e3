import { Plugin } from '@milkdown/prose/state';
import { $prose } from '@milkdown/utils';

/** Below a table that ends the text there is an empty paragraph to write on in, or nothing could be reached there. It is not stored. */
export const roomBelow = $prose(
  () =>
    new Plugin({
      appendTransaction: (_before, _old, { doc, schema, tr }) =>
        doc.lastChild?.type.name === 'table' ? tr.insert(doc.content.size, schema.nodes.paragraph!.create()) : undefined,
      view: (view) => {
        queueMicrotask(() => view.isDestroyed || view.dispatch(view.state.tr));
        return {};
      },
    }),
);
