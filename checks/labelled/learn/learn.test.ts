import { expect, test } from 'vitest';
import { featuresOf } from '../../rules/secrecy/resembling/features.ts';
import { learn } from './learn.ts';

const SAID = ['今天下午天气晴好。', '请带身份证到窗口办理。', '村民代表会议如期举行。', '公园免费开放。'].map(featuresOf);
const UNFIT = ['名单看完就删，别往群里发。', '口径先统一，别往外说。', '这份底稿别往外说。'].map(featuresOf);

test('what stands only in unfit documents weighs for that, what stands in all weighs against it, and every time the same', () => {
  const unfit = UNFIT.map((statement, at) => [SAID[at]!, statement, SAID[at + 1]!]);
  const weights = learn(unfit, SAID);
  const sumOf = (features: Uint32Array) => features.reduce((sum, feature) => sum + weights.of[feature]!, weights.bias);
  expect(SAID.map((features) => sumOf(features) < 0)).toEqual(SAID.map(() => true));
  expect(UNFIT.map((features) => sumOf(features) > 0)).toEqual(UNFIT.map(() => true));
  expect(sumOf(featuresOf('别往外说'))).toBeGreaterThan(0);
  expect(learn(unfit, SAID)).toEqual(weights);
});
