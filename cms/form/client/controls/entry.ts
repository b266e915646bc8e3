import { type ChangeEvent, createElement as h } from 'react';
import type { Found } from '../../api.ts';
import { findEntries } from '../office.ts';
import { Control, type Props } from './control.ts';

/** Milliseconds without typing after which the office is asked. */
const PAUSE = 250;

const NUMBER = /^\d{9}\/\d{6}-\d{5}$/u;

interface State {
  found?: Found['items'];
  sought?: string;
  /** What the number stands for, or that nothing was found. */
  told?: string;
}

/** The index number of another entry, found by words of its title. */
export class Entry extends Control<Props, State> {
  #asked: ReturnType<typeof setTimeout> | undefined;

  override componentWillUnmount() {
    clearTimeout(this.#asked);
  }

  override componentDidMount() {
    void this.#tell(String(this.plain() ?? ''));
  }

  /** Says which entry a number stands for. */
  async #tell(number: string) {
    if (!NUMBER.test(number)) return;
    const [one] = (await findEntries(number).catch(() => undefined))?.items ?? [];
    if (String(this.plain() ?? '') === number) this.setState({ told: one ? `${one.title}　${one.unit}` : '网上没有这个索引号。' });
  }

  #type(text: string) {
    this.setState({ sought: text, told: '' });
    clearTimeout(this.#asked);
    if (/^[\d/-]*$/u.test(text)) {
      this.setState({ found: [] });
      this.change(text);
      setTimeout(() => void this.#tell(text));
      return;
    }
    this.#asked = setTimeout(async () => {
      const { items } = await findEntries(text).catch(() => ({ items: [] }));
      const told = items.length === 0 ? '网上没有标题里有这些字的内容。换个词，或者填索引号。' : '';
      if (this.state.sought === text) this.setState({ found: items, told });
    }, PAUSE);
  }

  override inputs() {
    const { forID, classNameWrapper } = this.props;
    const { found = [], sought, told } = this.state;
    const choose = ({ number, title, unit }: Found['items'][number]) => {
      this.setState({ found: [], sought: number, told: `${title}　${unit}` });
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
          found.map((one) =>
            h(
              'li',
              { key: one.number },
              h('button', { type: 'button', onClick: () => choose(one) }, h('strong', null, one.title), ` ${one.unit} ${one.number}`),
            ),
          ),
        ),
      told && h('p', { className: 'gk-told', role: 'status' }, told),
    );
  }
}

/** Index numbers of several entries. */
export class Entries extends Control {
  /** How many were taken out: those that follow begin anew, each with its own number. */
  #removed = 0;

  override inputs() {
    const numbers: string[] = this.plain() ?? [];
    const set = (index: number, number: unknown) => this.change(numbers.map((each, at) => (at === index ? String(number) : each)));
    const remove = (index: number) => {
      this.#removed++;
      this.change(numbers.filter((_, at) => at !== index));
    };
    return h(
      'div',
      { className: 'gk-texts' },
      numbers.map((number, index) =>
        h(
          'div',
          { className: 'gk-row', key: `${this.#removed} ${index}` },
          h(Entry, { ...this.props, field: { get: () => undefined }, value: number, onChange: (value: unknown) => set(index, value) }),
          h('button', { type: 'button', className: 'gk-small', onClick: () => remove(index) }, '删除'),
        ),
      ),
      h('button', { type: 'button', className: 'gk-add', onClick: () => this.change([...numbers, '']) }, '添加'),
    );
  }
}
