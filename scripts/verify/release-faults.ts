/** Every way in which a release can differ from what its repository gives, in the words of the report. */
const RELEASE_FAULTS = {
  changed: '网站上的这个文件和内容库生成的不一样：文件被改过，或者不是从内容库生成的。',
  added: '网站上多出这个文件：它不是从内容库生成的。',
  removed: '网站上没有这个文件：它被删去了，或者没有传上去。',
  linked: '网站上的这个文件是链接，指向别处。',
  headless: '网站上没有印出链头，看不出是从哪个版本生成的。',
  elsewhere: '网站印出的链头不在内容库的链条里：网站不是从这个内容库生成的。',
  undated: '网站印出的日子不对：早于链头的时间，或者还没有到。',
} as const;

export interface ReleaseFault {
  fault: keyof typeof RELEASE_FAULTS;
  /** From the site's root. */
  path: string;
  message: string;
}

export const toReleaseFault = (fault: ReleaseFault['fault'], path: string): ReleaseFault => ({
  fault,
  path,
  message: RELEASE_FAULTS[fault],
});
