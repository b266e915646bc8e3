import { type ChangeEvent, createRef, createElement as h } from 'react';
import { Control } from './control.ts';

/** One line of text, or several; how much is left is shown when it gets close. */
export class Line extends Control {
  readonly tag: 'input' | 'textarea' = 'input';

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
        ...(this.tag === 'textarea' && { rows: Math.min(12, Math.max(3, Math.ceil(length / 36))) }),
        onChange: (event: ChangeEvent<HTMLInputElement>) => this.change(event.target.value),
      }),
      max > 0 && length >= max * 0.7 && h('p', { key: 'count', className: 'gk-count' }, `${length} / ${max} 字`),
    ];
  }
}

export class Lines extends Line {
  override readonly tag = 'textarea';
}

/** A day, YYYY-MM-DD: typed as people write it, or chosen from the calendar. A browser's own input would show it in its own language. */
export class Day extends Control {
  #calendar = createRef<HTMLInputElement>();

  override inputs() {
    const { forID, classNameWrapper } = this.props;
    const text = String(this.plain() ?? '');
    return h(
      'div',
      { className: 'gk-row gk-day' },
      h('input', {
        id: forID,
        className: classNameWrapper,
        value: text,
        autoComplete: 'off',
        placeholder: '例如 2026-06-30',
        onChange: (event: ChangeEvent<HTMLInputElement>) => this.change(event.target.value),
        onBlur: () => toDay(text) !== text && this.change(toDay(text)),
      }),
      h('button', { type: 'button', className: 'gk-small', onClick: () => this.#calendar.current?.showPicker() }, '选日期'),
      h('input', {
        ref: this.#calendar,
        type: 'date',
        tabIndex: -1,
        'aria-hidden': true,
        value: DAY.test(text) ? text : '',
        onChange: (event: ChangeEvent<HTMLInputElement>) => this.change(event.target.value),
      }),
    );
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** A day as the office writes it; what is no day stays as it is. */
function toDay(text: string): string {
  const [, year, month = '', day = ''] = /^\s*(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?\s*$/u.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
