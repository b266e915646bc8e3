import { Folder } from './folder.ts';
import { Revision } from './revision.ts';
import type { Source } from './source.ts';

/** Where a content root is, in words that can be sent to another process. */
export type Content = { folder: string } | { repository: string; revision?: string };

/** Opens a content root. @throws SourceError when there is none */
export function toSource(content: Content): Source {
  return 'folder' in content ? new Folder(content.folder) : new Revision(content.repository, content.revision);
}
