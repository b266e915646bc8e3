import type { Library } from '../cms/library/library.ts';
import { placesOf } from '../cms/library/places-of.ts';
import { Proposal } from '../cms/library/proposal.ts';
import { type EntryFolder, toFolder } from '../cms/library/read-entry.ts';
import { Revision } from '../cms/library/revision.ts';
import type { Source } from '../cms/library/source.ts';
import { rehearse } from '../cms/library/sync.ts';
import { readYaml } from '../cms/library/yaml.ts';
import type { Preview } from '../cms/office/preview.ts';
import { toMinute } from '../cms/office/store/clock.ts';
import { requireFields } from '../cms/office/store/place.ts';
import { withNumber } from '../cms/office/workflow/numbers.ts';
import { entryPath } from '../site/paths.ts';
import { compile, type Renderer } from '../site/render/compile.ts';
import { previewEntry } from '../site/render/preview.ts';
import { toPreviewNote } from './preview-note.ts';

export interface PreviewOptions {
  /** Path of the repository. */
  repository: string;
  /** Index of the repository's content; made when there is none, and otherwise left as it is. */
  index: string;
  clock: () => Date;
}

/** What pages say in place of an index number that is not given yet. */
const NOT_YET = '发布时编定';

/** Renders drafts with the site's own pages. The pages are compiled at once, if they were not. */
export function openPreview({ repository, index, clock }: PreviewOptions): Preview {
  const compiling = compile();
  compiling.catch(() => {});
  return async ({ base, files, folder }) => {
    try {
      const place = toFolder(folder);
      if (!place) return { html: toPreviewNote(['没有这样的条目。回到列表，重新打开。']) };
      const renderer = await compiling;
      const now = toMinute(clock().getTime() / 1000);
      const plain = new Proposal(new Revision(repository, base), files);
      const { proposal, number, isNew } = toNumbered(plain, place, now);
      return await rehearse(index, proposal, now.slice(0, 10), async (library) => ({
        html: await toPage(library, renderer, { folder, number, proposal, isNew }),
      }));
    } catch (error) {
      console.error(placesOf(error));
      return { html: toPreviewNote(['预览程序出错。过一分钟再看；还是这样，联系信息办。预览不影响保存。']) };
    }
  };
}

interface Page {
  folder: string;
  number: string;
  proposal: Source;
  isNew: boolean;
}

async function toPage(library: Library, renderer: Renderer, { folder, number, proposal, isNew }: Page): Promise<string> {
  if (library.entry(number)?.folder !== folder) {
    const wrong = library.findings().filter(({ file }) => file === `${folder}/index.md`);
    return toPreviewNote(wrong.map(({ message }) => message));
  }
  const html = await previewEntry(library, renderer, number, (path) => proposal.readOne(path));
  return isNew ? html.replaceAll(number, NOT_YET).replaceAll(entryPath(number), '/') : html;
}

/** The entry with a number and a date; those of its publication when it has been published. */
function toNumbered(plain: Proposal, place: EntryFolder, now: string) {
  const path = `${place.path}/index.md`;
  const bytes = plain.readOne(path);
  const known = bytes && numberIn(bytes);
  if (!bytes || known !== undefined) return { proposal: plain, number: known ?? '', isNew: false };
  const number = `${codeOf(plain, place.unit)}/${now.slice(0, 7).replace('-', '')}-99999`;
  const numbered = Buffer.from(withNumber(Buffer.from(bytes).toString('utf8'), number, now));
  return { proposal: plain.with({ path, bytes: numbered }), number, isNew: true };
}

/** The number that an entry has already; what cannot be read is told as the reason why there is no page. */
function numberIn(bytes: Uint8Array): string | undefined {
  try {
    const { index_number: number } = requireFields(bytes);
    return typeof number === 'string' ? number : undefined;
  } catch {
    return undefined;
  }
}

/** The same holds for a unit. */
function codeOf(source: Source, unit: string): string {
  try {
    const bytes = source.readOne(`units/${unit}.yaml`);
    const { code } = readYaml(Buffer.from(bytes ?? '').toString('utf8')) as { code?: unknown };
    return String(code);
  } catch {
    return '';
  }
}
