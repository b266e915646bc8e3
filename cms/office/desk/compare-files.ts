import type { FileFacts } from '../store/versions.ts';

/** What became of an attachment. */
export interface FileChange {
  kind: 'added' | 'changed' | 'removed' | 'renamed' | 'same';
  /** Its name now, or the last one. */
  name: string;
  before: FileFacts | undefined;
  after: FileFacts | undefined;
}

export const FILE_CHANGES = { added: '新增', changed: '已修改', removed: '已删除', renamed: '改名', same: '没有变化' } as const;

/** The attachments of two versions, those that changed first. The entry's own file is none. */
export function compareFiles(before: readonly FileFacts[], after: readonly FileFacts[]): FileChange[] {
  const [old, now] = [before, after].map((files) => files.filter(({ name }) => name !== 'index.md'));
  const gone = old!.filter(({ name }) => !now!.some((file) => file.name === name));
  const changes = now!.map((file): FileChange => {
    const known = old!.find(({ name }) => name === file.name);
    if (known) return { kind: known.sha256 === file.sha256 ? 'same' : 'changed', name: file.name, before: known, after: file };
    const moved = gone.findIndex(({ sha256 }) => sha256 === file.sha256);
    const [from] = moved < 0 ? [] : gone.splice(moved, 1);
    return { kind: from ? 'renamed' : 'added', name: file.name, before: from, after: file };
  });
  const removed = gone.map((file): FileChange => ({ kind: 'removed', name: file.name, before: file, after: undefined }));
  const all = [...changes, ...removed];
  return [...all.filter(({ kind }) => kind !== 'same'), ...all.filter(({ kind }) => kind === 'same')];
}
