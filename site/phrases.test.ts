import { expect, test } from 'vitest';
import { toPhrases } from './phrases.ts';

test.each([
  '县政府|第116次|常务|会议|部署|民生|实事|验收|和|明年|项目',
  '关于|邀请|居民|代表|参加2026年|民生|实事|验收的|公告',
  '清岚县|国民|经济|和|社会|发展|第十五个|五年|规划|纲要',
  '森林|防火|禁火令',
])('a line of a title may end where it tears no word apart: %s', (phrases) => {
  const title = phrases.replaceAll('|', '');
  expect(toPhrases(title).join('|')).toBe(title.length > 14 ? phrases : title);
});
