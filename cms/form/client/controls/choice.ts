import { type ChangeEvent, createElement as h } from 'react';
import type { Option } from '../../to-widgets.ts';
import { Control, type Props } from './control.ts';

/** The options of a field, and what an entry holds beside them: it stays until an editor takes it out. */
function optionsOf({ field }: Props, held: readonly string[]): Option[] {
  const options: Option[] = field.get('options').toJS();
  const other = held.filter((value) => value !== '' && !options.some((option) => option.value === value));
  return [...options, ...other.map((value) => ({ value, label: `${value}（现有）` }))];
}

/** One of a list. */
export class Choice extends Control {
  override inputs() {
    const { forID, classNameWrapper } = this.props;
    const chosen = String(this.plain() ?? '');
    return h(
      'select',
      {
        id: forID,
        className: classNameWrapper,
        value: chosen,
        onChange: (event: ChangeEvent<HTMLSelectElement>) => this.change(event.target.value),
      },
      h('option', { value: '' }, '未选'),
      optionsOf(this.props, [chosen]).map(({ value, label }) => h('option', { key: value, value }, label)),
    );
  }
}

/** Lists longer than this can be searched. */
const LONG = 12;

/** Several of a list, in the order of choosing. */
export class Choices extends Control<Props, { sought?: string }> {
  override inputs() {
    const chosen: string[] = this.plain() ?? [];
    const options = optionsOf(this.props, chosen);
    const sought = this.state.sought ?? '';
    const isShown = ({ value, label }: Option) => chosen.includes(value) || sought === '' || label.includes(sought);
    const toggle = (value: string) => this.change(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
    const first = (option: Option) => (chosen.includes(option.value) ? 0 : 1);
    return h(
      'div',
      { className: 'gk-choices' },
      options.length > LONG &&
        h('input', {
          className: this.props.classNameWrapper,
          type: 'search',
          placeholder: `共 ${options.length} 项，输入几个字查找`,
          'aria-label': '查找',
          value: sought,
          onChange: (event: ChangeEvent<HTMLInputElement>) => this.setState({ sought: event.target.value }),
        }),
      h(
        'ul',
        null,
        options
          .filter(isShown)
          .sort((a, b) => (options.length > LONG ? first(a) - first(b) : 0))
          .map(({ value, label }) =>
            h(
              'li',
              { key: value },
              h('label', null, h('input', { type: 'checkbox', checked: chosen.includes(value), onChange: () => toggle(value) }), label),
            ),
          ),
      ),
      options.length === 0 && h('p', { className: 'gk-none' }, '没有可以选的。'),
    );
  }
}

/** Yes or no, neither until an editor says so. */
export class Yes extends Control {
  override inputs() {
    const { forID } = this.props;
    const value = this.plain();
    return h(
      'div',
      { className: 'gk-yes', role: 'radiogroup' },
      [true, false].map((each) =>
        h(
          'label',
          { key: String(each) },
          h('input', { type: 'radio', name: forID, checked: value === each, onChange: () => this.change(each) }),
          each ? '是' : '否',
        ),
      ),
    );
  }
}
