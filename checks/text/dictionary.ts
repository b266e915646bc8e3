/** ICU's dictionary of Chinese, which comes with the language's standard library. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
/** Endings that make another word of a word: `毕业生`, `高龄者`. */
const SUFFIX = /[生者员户们的地得化率类型级等及和或与在为是须应要将可能会不被由向从对以按时中后前内外上下需]$/u;
/** Words that people are also called. */
const CALLED =
  /^(?:高[明超强飞波平丽峰山原洁远翔雅亮兴]|文[静艺雅武杰]|白[雪云洁露]|江[山河涛]|方[圆正]|常[青乐]|向[东阳前]|黄[河山梅海金]|金[星鑫玉银]|龙飞|雷[鸣霆]|宁静|安[宁康静]|康健|凌[云霄]|万[里一]|叶子|华丽|夏[天雨]|古月|钟灵|石头|明[亮月]|乐天|和平|成功|秋[天雨]|冬梅|温[暖馨和]|时光|丰收|许可|严[格谨寒]|关键|章程|彭湃)$/u;
/** Family names of every third person: what begins with them is a name, but for these words. */
const COMMON = /^[王李张刘陈杨赵吴徐孙朱胡郭何林马罗周]/u;
const ORDINARY =
  /^(?:王[朝牌]|李子|张[开力望]|孙[子女]|朱红|杨[木梅]|林[长下]|周[年到密知全转岁报一二三四五六日])$|^周[一二三四五六日]至|^(?:张贴|陈[述列旧]|杨树|胡[乱同萝椒]|何[时种人处]|林[业地木区权场带草]|马[上路铃匹]|罗列|周[围边期末])/u;
/** Looking up takes microseconds; texts ask for the same few words again and again. */
const MOST_KNOWN = 20_000;
const known = new Map<string, boolean>();

/** Whether two or three characters that could be somebody's name are a word of the language instead: `家庭`, `高龄`, `毕业生`. */
export function isWord(text: string): boolean {
  let is = known.get(text);
  if (is === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, (is = lookUp(text)));
  }
  return is;
}

function lookUp(text: string): boolean {
  if (COMMON.test(text)) return ORDINARY.test(text);
  if (CALLED.test(text)) return false;
  const first = SEGMENTER.segment(text).containing(0)!.segment;
  if (text.length === 2) return first === text;
  // The dictionary has well-known people in full; their family names make no word with the next character.
  const begin = SEGMENTER.segment(text.slice(0, 2)).containing(0)!.segment;
  return begin.length === 2 && (first.length === text.length || SUFFIX.test(text));
}
