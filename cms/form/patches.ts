/** A change to a file of a package: one passage that must be there exactly once, and what stands in its place. */
export interface Patch {
  /** End of the file's path. */
  file: string;
  /** The passage; the whole file when it is left out. */
  from?: string;
  to: string;
}

/**
 * What is changed in Decap CMS 3.16 while it is bundled. Its own check of the configuration compiles code (ajv), its
 * reader of front matter runs code (`---js` in gray-matter), its search drops words of one or two characters, and it writes what is not
 * saved to the disk of a computer that others use too: that stays in the page's memory. The rest
 * is about what an editor sees: drafts are as they are now whenever the board is shown, with the time of the county, a search without result says so, which fields are
 * optional is in their labels, deployments are not ours to show, faults are told in Chinese and reported to nobody outside, and no longer once something has been done, the form fits a phone, and whoever writes sees how far a draft has come.
 */
export const patches: readonly Patch[] = [
  { file: 'decap-cms-core/dist/esm/constants/configSchema.js', to: 'export function validateConfig() {}\n' },
  {
    file: 'gray-matter/index.js',
    to: 'module.exports = () => { throw new Error("front matter is read by the office"); };\nmodule.exports.stringify = module.exports;\n',
  },
  {
    file: 'decap-cms-lib-util/dist/esm/localForage.js',
    to: `const kept = new Map();
export default {
  getItem: async (key) => kept.get(key) ?? null,
  setItem: async (key, value) => void kept.set(key, value),
  removeItem: async (key) => void kept.delete(key),
};
`,
  },
  { file: 'decap-cms-core/dist/esm/backend.js', from: 'score > 5', to: 'score > 0' },
  ...inEditor('EditorControlPane/EditorControl.js', [["field.get('required') === false;", 'false;']]),
  ...inEditor('EditorToolbar.js', [
    ['min-width:800px;', 'min-width:0;'],
    ['renderDeployPreviewControls = label => {', 'renderDeployPreviewControls = label => {\n    return null;'],
  ]),
  ...inEditor('EditorInterface.js', [['min-width:800px;', 'min-width:0;']]),
  ...within('components/Workflow/WorkflowList.js', [
    ["isOpenAuthoring && currColumn === 'pending_publish'", 'false'],
    ['this.props.isOpenAuthoring ? WorkflowListContainerOpenAuthoring : WorkflowListContainer', 'WorkflowListContainer'],
    [
      "dayjs(entry.get('updatedOn')).format(t('workflow.workflow.dateFormat'))",
      "new Date(entry.get('updatedOn')).toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16)",
    ],
  ]),
  ...within('components/Collection/Entries/Entries.js', [
    ["t('collection.entries.noEntries')", "getUnpublishedEntries ? t('collection.entries.noEntries') : '没有找到。换个词再检索。'"],
  ]),
  ...within('components/UI/Notifications.js', [
    [
      '        ...notification.message\n',
      `        ...notification.message,
        details: inChinese(notification.message.details)
`,
    ],
    [
      'function Notifications({',
      `function inChinese(details) {
  if (details === undefined || /\\p{Script=Han}/u.test(String(details))) return details;
  console.error(details);
  return '编辑页面出错，没有办成。先把没有保存的文字复制出来，刷新页面再试；还是不行，告诉县信息办。';
}
function Notifications({`,
    ],
  ]),
  ...within('components/UI/ErrorBoundary.js', [
    ['errorMessage: error.stack || error.toString(),', "errorMessage: '原因在浏览器的控制台里。',"],
    ['  const issueUrl = config?.issue_reports?.url ?? ISSUE_URL;\n', '  return undefined;\n'],
  ]),
  ...within('actions/editorialWorkflow.js', [
    ['publish_mode !== EDITORIAL_WORKFLOW || entriesLoaded || entriesLoading', 'publish_mode !== EDITORIAL_WORKFLOW || entriesLoading'],
    ["key: 'ui.toast.entryUpdated'", "key: newStatus === 'draft' ? 'ui.toast.entryRecalled' : 'ui.toast.entrySubmitted'"],
  ]),
  ...within('reducers/editorialWorkflow.js', [
    ['        action.payload.entries.forEach(', "        map.set('entities', Map());\n        action.payload.entries.forEach("],
  ]),
  ...within('reducers/notifications.js', [
    ['[...state.notifications, {', "[...(action.payload.type === 'success' ? [] : state.notifications), {"],
  ]),
  ...changesTo('decap-cms-ui-default/dist/esm/FieldLabel.js', [['text: colors.controlLabel', "text: 'var(--gk-text)'"]]),
  ...changesTo('react-toastify/dist/react-toastify.esm.mjs', [
    ['ariaLabel:s="close"', 'ariaLabel:s="关闭"'],
    ['"aria-label":"notification timer"', '"aria-label":"提示时间"'],
  ]),
  ...changesTo('@dnd-kit/core/dist/core.esm.js', [
    [
      '"\\n    To pick up a draggable item, press the space bar.\\n    While dragging, use the arrow keys to move the item.\\n    Press space again to drop the item in its new position, or press escape to cancel.\\n  "',
      '"按空格拿起，用方向键移动，再按空格放下，按退出键取消。"',
    ],
    ['"Picked up draggable item " + active.id + "."', '"已经拿起。"'],
    ['"Draggable item " + active.id + " was moved over droppable area " + over.id + "."', '"换了位置。"'],
    ['"Draggable item " + active.id + " is no longer over a droppable area."', '"不在可以放的位置。"'],
    ['"Draggable item " + active.id + " was dropped over droppable area " + over.id', '"已经放下。"'],
    ['    return "Draggable item " + active.id + " was dropped."', '    return "已经放下。"'],
    ['"Dragging was cancelled. Draggable item " + active.id + " was dropped."', '"已经取消。"'],
  ]),
];

function inEditor(file: string, changes: readonly [from: string, to: string][]): Patch[] {
  return within(`components/Editor/${file}`, changes);
}

function within(file: string, changes: readonly [from: string, to: string][]): Patch[] {
  return changesTo(`decap-cms-core/dist/esm/${file}`, changes);
}

function changesTo(file: string, changes: readonly [from: string, to: string][]): Patch[] {
  return changes.map(([from, to]) => ({ file, from, to }));
}

/** Thrown when a passage is not where it was: the package changed, and the patch must be looked at again. */
export class PatchError extends Error {}

/** @throws PatchError when the passage is missing or stands there more than once. */
export function applyPatch(text: string, { file, from, to }: Patch): string {
  if (from === undefined) return to;
  const parts = text.split(from);
  if (parts.length !== 2) throw new PatchError(`${file}: ${JSON.stringify(from)} stands there ${parts.length - 1} times, not once.`);
  return parts.join(to);
}
