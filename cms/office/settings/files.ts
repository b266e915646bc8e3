import type { Library } from '../../library/library.ts';
import type { Store } from '../store/store.ts';
import { FOLDER_MODE, fromTreeName, readTree } from '../store/tree.ts';
import { isSetting } from '../workflow/settings.ts';
import { titleIn } from './title-in.ts';

/** Settings of one kind, as people call them. */
export interface Shelf {
  name: string;
  /** What is set there. */
  words: string;
  /** Folder with a final `/`, in which more can be made; undefined for single files. */
  folder?: string;
  files: { path: string; name: string }[];
}

const SINGLE: Readonly<Record<string, string>> = {
  'portal.yaml': '网站信息',
  'disclosure.yaml': '信息公开平台',
  'columns.yaml': '栏目',
  'redirects.yaml': '旧地址',
  'alerts.yaml': '紧急提示',
  'baseline.json': '检查的基线',
};

const FOLDERS = [
  { folder: 'units/', name: '单位和人员', words: '名称、职责、地址、电话，开设的栏目，各人的角色。' },
  { folder: 'catalogue/', name: '公开目录', words: '主动公开的事项、依据、时限。' },
  { folder: 'topics/', name: '专题', words: '专题的名称和主办单位。' },
  { folder: 'lexicon/', name: '词表', words: '检查用语的词表。' },
  { folder: 'waivers/', name: '豁免', words: '签过名的豁免文件。' },
  { folder: 'images/', name: '图片', words: '首页大图、单位横幅、专题图片。' },
] as const;

/** All settings that main has, by kind. */
export async function shelvesOf(store: Store, library: Library): Promise<Shelf[]> {
  const main = await store.main();
  const items = async (folder: string) => {
    const tree = await store.repository.at(main, folder.replace(/\/$/u, ''));
    return tree?.kind === 'tree' ? readTree(tree.bytes).filter(({ mode }) => mode !== FOLDER_MODE) : [];
  };
  const names = new Map<string, string>([
    ...library.units().map(({ id, short_name }) => [`units/${id}.yaml`, short_name] as const),
    ...library.topics().map(({ id, title }) => [`topics/${id}.yaml`, title] as const),
    ...library.units().map(({ banner, short_name }) => [`images/${banner}`, `${short_name}横幅`] as const),
  ]);
  // In the order in which the county names its units, and what has no name last.
  const order = new Map([...names.keys()].map((path, at) => [path, at]));
  const rank = (path: string) => order.get(path) ?? order.size;
  const single = (await items('')).map(({ name }) => fromTreeName(name)).filter((path) => Object.hasOwn(SINGLE, path));
  const top = {
    name: '网站',
    words: '名称、域名、备案、首页，栏目表，旧地址，紧急提示。',
    files: single.map((path) => ({ path, name: SINGLE[path]! })),
  };
  const nameOf = async (path: string) => {
    const found = /^(?:catalogue|lexicon)\//u.test(path) ? await store.repository.at(main, path) : undefined;
    return names.get(path) ?? titleIn(path, found?.bytes.toString('utf8') ?? '') ?? path.slice(path.indexOf('/') + 1);
  };
  const others = FOLDERS.map(async ({ folder, name, words }) => {
    const found = (await items(folder)).map((item) => folder + fromTreeName(item.name)).filter(isSetting);
    const paths = found.sort((one, other) => rank(one) - rank(other));
    return { name, words, folder, files: await Promise.all(paths.map(async (path) => ({ path, name: await nameOf(path) }))) };
  });
  return [top, ...(await Promise.all(others))];
}

/** A file of settings as main has it. */
export interface OpenFile {
  path: string;
  /** Id of its blob; empty for one that is not there. */
  before: string;
  /** What it says; undefined for a picture. */
  text: string | undefined;
}

/** A file of settings; one that is not there yet is empty. @returns undefined where no settings lie */
export async function openFile(store: Store, path: string): Promise<OpenFile | undefined> {
  if (!isSetting(path)) return undefined;
  const found = await store.repository.at(await store.main(), path);
  if (found && found.kind !== 'blob') return undefined;
  return { path, before: found?.id ?? '', text: path.startsWith('images/') ? undefined : (found?.bytes.toString('utf8') ?? '') };
}
