import { type ChangeEvent, createElement as h } from 'react';
import { Control } from './control.ts';

const toNumber = (text: string) => (text === '' ? '' : Number(text));

export class Whole extends Control {
  override inputs() {
    const { forID, classNameWrapper } = this.props;
    return h('input', {
      id: forID,
      className: classNameWrapper,
      type: 'number',
      inputMode: 'numeric',
      step: 1,
      value: String(this.plain() ?? ''),
      onChange: (event: ChangeEvent<HTMLInputElement>) => this.change(toNumber(event.target.value)),
    });
  }
}

/** One row of a statutory table: a number for each of its columns. */
export class Numbers extends Control {
  override inputs() {
    const columns = this.model?.kind === 'numbers' ? this.model.columns : [];
    const row: unknown[] = this.plain() ?? [];
    const changed = (index: number, text: string) => columns.map((_, each) => (each === index ? toNumber(text) : (row[each] ?? '')));
    return h(
      'div',
      { className: 'gk-numbers' },
      columns.map((column, index) =>
        h(
          'label',
          { key: column },
          h('span', null, column),
          h('input', {
            type: 'number',
            inputMode: 'decimal',
            min: 0,
            step: 'any',
            value: String(row[index] ?? ''),
            onChange: (event: ChangeEvent<HTMLInputElement>) => this.change(changed(index, event.target.value)),
          }),
        ),
      ),
    );
  }
}
