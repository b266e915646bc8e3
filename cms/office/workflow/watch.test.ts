import { expect, test } from 'vitest';
import { news, personOf, TestOffice } from '../store/testing/test-office.ts';
import { told } from '../store/testing/told.ts';
import { Workflow } from './workflow.ts';

const FOLDER = 'entries/school/news/2026/20261127-abc234';

test('nobody signs an emergency publication in two roles, be it before or afterwards', async () => {
  using office = new TestOffice({ many: true });
  const store = await office.open();
  const workflow = new Workflow(store, async () => {});
  const person = (id: string) => personOf(store, id);
  const asked = async () => ({ folder: FOLDER, version: (await store.draft(FOLDER))!.version });
  const files = [{ name: 'index.md', bytes: news('洪水预警') }];
  await store.save(await person('school-editor'), { folder: FOLDER, version: '', files });
  await workflow.submit(await person('school-editor'), await asked());

  await workflow.sign(await person('school-many'), await asked(), 'review');
  expect(await told(workflow.signOnWatch(await person('school-many'), await asked(), '汛情紧急'))).toBe(
    '您已经签过“审核”，不能再签别的。由他人签字。',
  );
  await workflow.sendBack(await person('school-watch'), await asked(), '重新提交');
  await workflow.submit(await person('school-editor'), await asked());

  await workflow.signOnWatch(await person('school-many'), await asked(), '汛情紧急');
  expect(await told(workflow.sign(await person('school-many'), await asked(), 'review'))).toBe(
    '您已经签过“值班”，不能再签别的。由他人签字。',
  );
  expect(await told(workflow.signOnWatch(await person('school-watch2'), await asked(), ''))).toBe(
    '您今天不在这个单位或者全县值班，不能紧急发布。',
  );
  expect(await told(workflow.signOnWatch(await person('valley-watch'), await asked(), ''))).toBe(
    '您今天不在这个单位或者全县值班，不能紧急发布。',
  );
  const { published } = await workflow.signOnWatch(await person('county-watch'), await asked(), '');
  const { version } = (await store.published(published!.folder))!;
  const confirming = { folder: published!.folder, version, opinion: '' };
  expect(await told(workflow.confirm(await person('school-many'), { ...confirming, role: 'review' }))).toBe(
    '这条内容由您起草或者由您值班签字，不能补审。由他人补审。',
  );
  await workflow.confirm(await person('school-review'), { ...confirming, role: 'review' });
  await workflow.confirm(await person('school-secrecy'), { ...confirming, role: 'secrecy' });
  await workflow.confirm(await person('school-approval'), { ...confirming, role: 'approval' });
  await store.close();
});

test('an editor who is on watch as well cannot publish what they wrote, and a change of the text voids what was signed on watch', async () => {
  using office = new TestOffice({ many: true });
  const store = await office.open();
  const workflow = new Workflow(store, async () => {});
  const person = (id: string) => personOf(store, id);
  const asked = async () => ({ folder: FOLDER, version: (await store.draft(FOLDER))!.version });
  const save = async (title: string) => {
    const version = (await store.draft(FOLDER))?.version ?? '';
    await store.save(await person('school-many'), { folder: FOLDER, version, files: [{ name: 'index.md', bytes: news(title) }] });
  };
  await save('洪水预警');
  await workflow.submit(await person('school-many'), await asked());
  expect(await told(workflow.signOnWatch(await person('school-many'), await asked(), '汛情紧急'))).toBe(
    '您写过或者改过这条内容，不能签字。由他人签字。',
  );
  await workflow.signOnWatch(await person('county-watch'), await asked(), '汛情紧急');
  await workflow.recall(await person('school-many'), await asked());
  await save('洪水橙色预警');
  await workflow.submit(await person('school-many'), await asked());
  expect(await told(workflow.signOnWatch(await person('school-watch'), await asked(), ''))).toBe(
    '没有写紧急发布的原因。写明原因，原因会留下记录。',
  );
  expect((await workflow.signOnWatch(await person('school-watch'), await asked(), '汛情紧急')).published).toBeUndefined();
  await store.close();
});
