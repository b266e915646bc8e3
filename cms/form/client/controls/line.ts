import { type ChangeEvent, createElement as h } from 'react';
import { Control } from './control.ts';

/** One line of text, or several; how much is left is shown when it gets close. */
export class Line extends Control {
  readonly tag: 'input' | 'textarea' = 'input';
  readonly type: string = 'text';

  override inputs() {
    const { forID, classNameWrapper } = this.props;
    const text = String(this.plain() ?? '');
    const max = this.model?.kind === 'text' ? this.model.max : 0;
    const length = [...text].length;
    return [
      h(this.tag, {
        key: 'input',
        id: forID,
        className: classNameWrapper,
        value: text,
        autoComplete: 'off',
        ...(this.tag === 'input' ? { type: this.type } : { rows: Math.min(12, Math.max(3, Math.ceil(length / 36))) }),
        onChange: (event: ChangeEvent<HTMLInputElement>) => this.change(event.target.value),
      }),
      max > 0 && length >= max * 0.7 && h('p', { key: 'count', className: 'gk-count' }, `${length} / ${max} 字`),
    ];
  }
}

export class Lines extends Line {
  override readonly tag = 'textarea';
}

/** A day, YYYY-MM-DD. */
export class Day extends Line {
  override readonly type = 'date';
}
