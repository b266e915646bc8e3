import { type ChangeEvent, createElement as h } from 'react';
import type { Found } from '../../api.ts';
import { findEntries } from '../office.ts';
import { Control, type Props } from './control.ts';

/** Milliseconds without typing after which the office is asked. */
const PAUSE = 250;

/** The index number of another entry, found by words of its title. */
export class Entry extends Control<Props, { found?: Found['items']; sought?: string }> {
  #asked: ReturnType<typeof setTimeout> | undefined;

  override componentWillUnmount() {
    clearTimeout(this.#asked);
  }

  #type(text: string) {
    this.setState({ sought: text });
    clearTimeout(this.#asked);
    if (/^[\d/-]*$/u.test(text)) {
      this.setState({ found: [] });
      this.change(text);
      return;
    }
    this.#asked = setTimeout(async () => {
      const { items } = await findEntries(text).catch(() => ({ items: [] }));
      if (this.state.sought === text) this.setState({ found: items });
    }, PAUSE);
  }

  override inputs() {
    const { forID, classNameWrapper } = this.props;
    const { found = [], sought } = this.state;
    const choose = (number: string) => {
      this.setState({ found: [], sought: number });
      this.change(number);
    };
    return h(
      'div',
      { className: 'gk-entry' },
      h('input', {
        id: forID,
        className: classNameWrapper,
        autoComplete: 'off',
        placeholder: '输入标题里的字查找，或者填索引号',
        value: sought ?? String(this.plain() ?? ''),
        onChange: (event: ChangeEvent<HTMLInputElement>) => this.#type(event.target.value),
      }),
      found.length > 0 &&
        h(
          'ul',
          { className: 'gk-found' },
          found.map(({ number, title, unit }) =>
            h(
              'li',
              { key: number },
              h('button', { type: 'button', onClick: () => choose(number) }, h('strong', null, title), ` ${unit} ${number}`),
            ),
          ),
        ),
    );
  }
}

/** Index numbers of several entries. */
export class Entries extends Control {
  override inputs() {
    const numbers: string[] = this.plain() ?? [];
    const set = (index: number, number: unknown) => this.change(numbers.map((each, at) => (at === index ? String(number) : each)));
    return h(
      'div',
      { className: 'gk-texts' },
      numbers.map((number, index) =>
        h(
          'div',
          { className: 'gk-row', key: index },
          h(Entry, { ...this.props, field: { get: () => undefined }, value: number, onChange: (value: unknown) => set(index, value) }),
          h(
            'button',
            { type: 'button', className: 'gk-small', onClick: () => this.change(numbers.filter((_, at) => at !== index)) },
            '删除',
          ),
        ),
      ),
      h('button', { type: 'button', className: 'gk-add', onClick: () => this.change([...numbers, '']) }, '添加'),
    );
  }
}
