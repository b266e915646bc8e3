import { type ChangeEvent, type DragEvent, createElement as h } from 'react';
import * as desk from '../desk.ts';
import { fileUrl } from '../office.ts';
import { IMAGES, toSize, whyUnfit } from '../unfit.ts';
import { Control, type Props } from './control.ts';

type State = { over?: boolean; refused?: string };

/** Where a file can be seen, saved or not. */
export function urlOf(name: string): string | undefined {
  const { url, size } = desk.fileNamed(name);
  return url ?? (size === undefined ? undefined : fileUrl(desk.currentDesk().folder, name));
}

abstract class Files extends Control<Props, State> {
  #unsubscribe = () => {};

  /** A save changes no value of the form, and yet the files are the office's then. */
  override componentDidMount() {
    this.#unsubscribe = desk.subscribe(() => this.forceUpdate());
  }

  override componentWillUnmount() {
    this.#unsubscribe();
  }

  isImage = () => this.model?.kind === 'file' && this.model.accepts === 'image';

  /** Takes files that were chosen or dropped. */
  abstract add(files: readonly File[]): void;

  #take(list: FileList | null) {
    const files = [...(list ?? [])];
    const refused = whyUnfit(files, this.isImage());
    this.setState({ refused: refused ?? '' });
    if (refused === undefined) this.add(files);
  }

  drop(words: string, accept: string | undefined, multiple: boolean) {
    const { over, refused } = this.state;
    return h(
      'div',
      { key: 'drop' },
      h(
        'label',
        {
          className: over ? 'gk-drop gk-over' : 'gk-drop',
          onDragOver: (event: DragEvent) => {
            event.preventDefault();
            this.setState({ over: true });
          },
          onDragLeave: () => this.setState({ over: false }),
          onDrop: (event: DragEvent) => {
            event.preventDefault();
            this.setState({ over: false });
            this.#take(event.dataTransfer.files);
          },
        },
        words,
        h('input', {
          id: this.props.forID,
          type: 'file',
          multiple,
          ...(accept && { accept }),
          onChange: (event: ChangeEvent<HTMLInputElement>) => {
            this.#take(event.target.files);
            event.target.value = '';
          },
        }),
      ),
      refused && h('p', { className: 'gk-fault', role: 'status' }, refused),
    );
  }

  /** Name and size of a file, as a link to it. */
  named(name: string) {
    const { size, url } = desk.fileNamed(name);
    const where = urlOf(name);
    const told = size === undefined ? '文件不在这里，重新选择' : `${toSize(size)}${url ? '，保存后上传' : ''}`;
    return h(
      'span',
      { className: 'gk-file' },
      where ? h('a', { href: where, target: '_blank', rel: 'noopener', download: name }, name) : name,
      h('small', null, ` ${told}`),
    );
  }
}

/** One file of the entry. */
export class EntryFile extends Files {
  override add([file]: readonly File[]) {
    if (file) this.change(desk.take(file));
  }

  #remove(name: string) {
    desk.remove(name);
    this.change('');
  }

  override inputs() {
    const name = String(this.plain() ?? '');
    const isImage = this.isImage();
    const url = name && isImage ? urlOf(name) : undefined;
    return h(
      'div',
      { className: 'gk-files' },
      url && h('img', { src: url, alt: '' }),
      name &&
        h(
          'div',
          { className: 'gk-row' },
          this.named(name),
          h('button', { type: 'button', className: 'gk-small', onClick: () => this.#remove(name) }, '移除'),
        ),
      this.drop(name ? '换一个文件：拖到这里，或者点这里选择' : '把文件拖到这里，或者点这里选择', isImage ? IMAGES : undefined, false),
    );
  }
}

interface Attachment {
  file: string;
  title: string;
}

/** The attachments of the entry, in the order in which citizens see them. */
export class Attachments extends Files {
  override add(files: readonly File[]) {
    const added = files.map((file) => ({ file: desk.take(file), title: file.name.replace(/\.[^.]*$/u, '') }));
    this.change([...this.#list(), ...added]);
  }

  #list = (): Attachment[] => this.plain() ?? [];

  override inputs() {
    const list = this.#list();
    const move = (from: number, to: number) => {
      const moved = [...list];
      moved.splice(to, 0, ...moved.splice(from, 1));
      this.change(moved);
    };
    const remove = (index: number) => {
      desk.remove(list[index]!.file);
      this.change(list.filter((_, at) => at !== index));
    };
    return h(
      'div',
      { className: 'gk-files' },
      h(
        'ol',
        null,
        list.map(({ file, title }, index) =>
          h(
            'li',
            { key: file },
            this.named(file),
            h(
              'div',
              { className: 'gk-row' },
              h('input', {
                className: this.props.classNameWrapper,
                'aria-label': '附件名称',
                value: title ?? '',
                onChange: (event: ChangeEvent<HTMLInputElement>) =>
                  this.change(list.map((each, at) => (at === index ? { ...each, title: event.target.value } : each))),
              }),
              index > 0 && h('button', { type: 'button', className: 'gk-small', onClick: () => move(index, index - 1) }, '上移'),
              h('button', { type: 'button', className: 'gk-small', onClick: () => remove(index) }, '删除'),
            ),
          ),
        ),
      ),
      this.drop('把附件拖到这里，或者点这里选择，可以一次选几个', undefined, true),
    );
  }
}
