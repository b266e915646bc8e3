import { type ChangeEvent, type ClipboardEvent, createRef, type DragEvent, type FormEvent, createElement as h } from 'react';
import { type BodyEditor, openEditor } from '../body/editor.ts';
import { keepUntouched } from '../body/keep-untouched.ts';
import { LinkForm } from '../body/link-form.ts';
import { findLosses } from '../body/meaning.ts';
import { PictureForm } from '../body/picture-form.ts';
import { insertImage, isTableAt, setLink, tools } from '../body/tools.ts';
import * as desk from '../desk.ts';
import { IMAGES, whyUnfit } from '../unfit.ts';
import { Control, type Props } from './control.ts';

/** Milliseconds without a change after which the form is told of it. */
const PAUSE = 200;

interface State {
  /** Whether the Markdown itself is shown. */
  source?: boolean;
  inTable?: boolean;
  linking?: boolean;
  /** Pictures to be inserted, each when its description is written. */
  pictures?: readonly File[];
  /** What became of what was pasted, dropped or chosen. */
  note?: string;
  /** Why only the source can be edited. */
  refused?: string;
}

/**
 * Text with headings, lists, tables, pictures. What the editor does not touch keeps its bytes; where it could not hold
 * a text, the text can be changed in its source only.
 */
export class Body extends Control<Props, State> {
  #root = createRef<HTMLDivElement>();
  #open: BodyEditor | undefined;
  #original = '';
  #canonical = '';
  /** What the form was told last. */
  #told: string | undefined;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #gone = false;

  override componentDidMount() {
    void this.#start();
  }

  override componentWillUnmount() {
    this.#flush();
    this.#gone = true;
    this.#open?.close();
  }

  /** Decap asks before it lets a widget render; a text from elsewhere must be put into the editor. */
  override componentDidUpdate() {
    if (this.#told !== undefined && this.#text() !== this.#told && !this.#pending) void this.#start();
  }

  #text = () => String(this.props.value ?? '');

  async #start() {
    this.#open?.close();
    this.#open = undefined;
    this.#original = this.#told = this.#text();
    const root = this.#root.current;
    if (!root || this.state.source) return;
    root.replaceChildren();
    const open = await openEditor(root, this.#original, this.props.field.get('label'), this.#edited).catch(() => undefined);
    if (!open) return this.#refuse('排版编辑器读不了这篇正文。在源文里修改。');
    if (this.#gone || this.#told !== this.#original) return open.close();
    this.#canonical = open.read();
    const [loss] = findLosses(this.#original, this.#canonical);
    if (loss) {
      open.close();
      const words = this.#original.slice(loss.start, loss.end).replace(/\s+/gu, ' ').slice(0, 20);
      return this.#refuse(`正文里“${words}”这一段的写法，排版编辑器保持不住。在源文里修改，其余内容不会变。`);
    }
    this.#open = open;
  }

  #refuse(refused: string) {
    this.#root.current?.replaceChildren();
    this.setState({ source: true, refused });
  }

  #edited = () => {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(this.#flush, PAUSE);
  };

  #flush = () => {
    clearTimeout(this.#pending);
    if (this.#pending === undefined || !this.#open) return;
    this.#pending = undefined;
    this.#tell(keepUntouched(this.#original, this.#canonical, this.#open.read()));
  };

  #tell(text: string) {
    if (text === this.#told) return;
    this.#told = text;
    this.change(text);
  }

  #choose(chosen: FileList | null) {
    const files = [...(chosen ?? [])];
    const note = whyUnfit(files, true);
    this.setState({ note: note ?? '', pictures: note === undefined ? files : [] });
  }

  #insert(file: File, description: string) {
    this.#open?.editor.action((ctx) => insertImage(ctx, desk.take(file), description));
    this.#skip();
  }

  #skip = () => this.setState(({ pictures = [] }) => ({ pictures: pictures.slice(1) }));

  /** Files that are pasted or dropped would be lost, or open in place of the form. */
  #receive = (event: ClipboardEvent | DragEvent, { files, types }: DataTransfer) => {
    if (files.length > 0 && !types.includes('text/html')) {
      event.preventDefault();
      event.stopPropagation();
      this.#choose(files);
    } else if (/<img\b/iu.test(event.type === 'paste' ? (event as ClipboardEvent).clipboardData.getData('text/html') : ''))
      this.setState({ note: '文字已经粘贴，里面的图片没有带过来。点“插入图片”加上。' });
    else this.setState({ note: '' });
  };

  override inputs() {
    const { source, inTable, linking, refused, note, pictures: [picture] = [] } = this.state;
    return h(
      'div',
      { className: 'gk-body', onBlur: this.#flush },
      h(
        'div',
        { className: 'gk-tools', role: 'toolbar', 'aria-label': '排版' },
        !source &&
          tools
            .filter(({ table }) => !table || inTable)
            .map(({ name, run }) =>
              h(
                'button',
                {
                  type: 'button',
                  key: name,
                  onMouseDown: (event: FormEvent) => event.preventDefault(),
                  onClick: () => this.#open?.editor.action(run),
                },
                name,
              ),
            ),
        !source && h('button', { type: 'button', key: 'link', onClick: () => this.setState({ linking: !linking }) }, '链接'),
        !source &&
          h(
            'label',
            { key: 'image', className: 'gk-tool' },
            '插入图片',
            h('input', {
              type: 'file',
              accept: IMAGES,
              multiple: true,
              onChange: (event: ChangeEvent<HTMLInputElement>) => {
                this.#choose(event.target.files);
                event.target.value = '';
              },
            }),
          ),
        h('button', { type: 'button', key: 'source', 'aria-pressed': Boolean(source), onClick: () => this.#toggleSource() }, '源文'),
      ),
      linking && !source && h(LinkForm, { onDone: this.#link }),
      picture &&
        !source &&
        h(PictureForm, {
          key: picture.name,
          file: picture,
          onInsert: (description) => this.#insert(picture, description),
          onCancel: this.#skip,
        }),
      note && h('p', { className: 'gk-fault', role: 'status' }, note),
      refused && h('p', { className: 'gk-fault', role: 'status' }, refused),
      h('div', {
        ref: this.#root,
        className: 'gk-page',
        hidden: Boolean(source),
        onPasteCapture: (event: ClipboardEvent) => this.#receive(event, event.clipboardData),
        onDropCapture: (event: DragEvent) => this.#receive(event, event.dataTransfer),
        onKeyUp: this.#look,
        onMouseUp: this.#look,
      }),
      source &&
        h('textarea', {
          className: `${this.props.classNameWrapper} gk-source`,
          'aria-label': '正文源文',
          rows: 24,
          value: this.#text(),
          onChange: (event: ChangeEvent<HTMLTextAreaElement>) => this.#tell(event.target.value),
        }),
    );
  }

  #link = (href?: string) => {
    if (href !== undefined) this.#open?.editor.action((ctx) => setLink(ctx, href));
    this.setState({ linking: false });
  };

  #look = () => {
    const inTable = this.#open?.editor.action(isTableAt) ?? false;
    if (inTable !== Boolean(this.state.inTable)) this.setState({ inTable });
  };

  #toggleSource() {
    this.#flush();
    if (this.state.source) this.setState({ source: false, refused: '' }, () => void this.#start());
    else {
      this.#open?.close();
      this.#open = undefined;
      this.setState({ source: true });
    }
  }
}
