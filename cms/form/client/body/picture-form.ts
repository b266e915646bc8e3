import { type FormEvent, createElement as h } from 'react';

interface Props {
  file: File;
  onInsert(description: string): void;
  onCancel(): void;
}

/** Asks what a picture shows before it is inserted: its file's name tells those who cannot see it nothing. */
export function PictureForm({ file, onInsert, onCancel }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onInsert(String(new FormData(event.currentTarget).get('description')).trim());
  };
  return h(
    'form',
    { className: 'gk-link', onSubmit: submit },
    h('p', null, `“${file.name}”里是什么？用一句话说明，读屏软件会读出来。`),
    h('input', {
      name: 'description',
      required: true,
      pattern: '.*\\S.*',
      maxLength: 80,
      autoFocus: true,
      autoComplete: 'off',
      'aria-label': '图片说明',
      placeholder: '例如：群众在办事大厅窗口办理业务',
    }),
    h('button', { type: 'submit' }, '插入'),
    h('button', { type: 'button', onClick: onCancel }, '不插入'),
  );
}
