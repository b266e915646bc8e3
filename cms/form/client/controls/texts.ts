import { type ChangeEvent, createElement as h, type KeyboardEvent } from 'react';
import { Control } from './control.ts';

/** Texts longer than this get several lines. */
const SHORT = 60;

/** A list of texts, one to a row. */
export class Texts extends Control {
  override inputs() {
    const { forID, classNameWrapper } = this.props;
    const model = this.model;
    const of = model?.kind === 'list' ? model.of : undefined;
    const isLong = of?.kind === 'text' && of.max > SHORT;
    const texts: string[] = this.plain() ?? [];
    const rows = texts.length > 0 ? texts : [''];
    const set = (index: number, text: string) => this.change(rows.map((each, at) => (at === index ? text : each)));
    const add = () => this.change([...rows, '']);
    const remove = (index: number) => this.change(rows.filter((_, at) => at !== index));
    const raise = (index: number) =>
      this.change(rows.map((each, at) => rows[at === index ? at - 1 : at === index - 1 ? index : at] ?? each));
    const label = of?.label ?? '';
    return h(
      'div',
      { className: 'gk-texts' },
      rows.map((text, index) =>
        h(
          'div',
          { className: 'gk-row', key: index },
          h(isLong ? 'textarea' : 'input', {
            ...(index === 0 && { id: forID }),
            className: classNameWrapper,
            'aria-label': `${label} ${index + 1}`,
            value: text,
            ...(isLong && { rows: 2 }),
            onChange: (event: ChangeEvent<HTMLInputElement>) => set(index, event.target.value),
            onKeyDown: (event: KeyboardEvent) => {
              if (event.key === 'Enter' && !isLong && !event.nativeEvent.isComposing) add();
            },
          }),
          index > 0 && h('button', { type: 'button', className: 'gk-small', title: '上移', onClick: () => raise(index) }, '上移'),
          texts.length > 0 && h('button', { type: 'button', className: 'gk-small', onClick: () => remove(index) }, '删除'),
        ),
      ),
      h('button', { type: 'button', className: 'gk-add', onClick: add }, `添加${label}`),
    );
  }
}
