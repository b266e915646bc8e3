import { fromJS, isCollection } from 'immutable';
import { Component, createElement as h, type ReactNode } from 'react';
import type { Field } from '../../../model/field.ts';
import { findFault, findField, isEmpty } from '../model.ts';

/** What Decap gives a widget, as far as ours use it. */
export interface Props {
  /** A scalar, or an Immutable collection. */
  value: unknown;
  onChange(value: unknown): void;
  field: { get(name: string): any };
  forID: string;
  classNameWrapper: string;
  setActiveStyle(): void;
  setInactiveStyle(): void;
}

/** A widget with the model's words under it: what is wrong with what stands there, as soon as the editor leaves it. */
export abstract class Control<P extends Props = Props, S = object> extends Component<P, S & { left?: boolean }> {
  override state = {} as S & { left?: boolean };

  /** Whatever is wrong, a draft can be saved: the office says what must be mended before it is submitted. */
  isValid = () => true;

  /** The inputs themselves. */
  abstract inputs(): ReactNode;

  /** The value as plain data. */
  plain(): any {
    const { value } = this.props;
    return isCollection(value) ? value.toJS() : value;
  }

  change(value: unknown) {
    this.props.onChange(Array.isArray(value) ? fromJS(value) : value);
  }

  get model(): Field | undefined {
    const at = this.props.field.get('at');
    return at && findField(at);
  }

  override render(): ReactNode {
    const { field, setActiveStyle, setInactiveStyle } = this.props;
    const at = field.get('at');
    const value = this.plain();
    const fault = at && (this.state.left || !isEmpty(value)) ? findFault(at, value) : undefined;
    const leave = () => {
      setInactiveStyle();
      this.setState({ left: true } as S & { left: boolean });
    };
    return h(
      'div',
      { className: fault ? 'gk-control gk-faulty' : 'gk-control', onFocus: setActiveStyle, onBlur: leave },
      this.inputs(),
      fault && h('p', { className: 'gk-fault', role: 'status' }, fault),
    );
  }
}
