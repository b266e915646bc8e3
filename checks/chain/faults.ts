import { ROLES } from '../../cms/model/unit.ts';

/** What the words of a fault are filled with. */
export interface FaultData {
  /** Commit that it is found in. */
  commit?: string;
  /** Folder of an entry, from the content root. */
  entry?: string;
  path?: string;
  role?: string;
  person?: string;
  /** What there is, and what there should be. */
  found?: string;
  wanted?: string;
}

export interface Fault extends FaultData {
  fault: FaultName;
  message: string;
}

/** Tells a fault. */
export type Say = (fault: FaultName, data?: FaultData) => void;

/** Every way in which a chain can be broken, in the words of the report. */
export const FAULTS = {
  // The repository as a whole.
  replaced: () => '仓库里有替换对象（refs/replace）：别的 Git 程序看到的内容和真正的内容不一样。删去替换对象，查明是谁放的。',
  grafted: () => '仓库里有嫁接文件（info/grafts）：别的 Git 程序看到的先后次序和真正的不一样。删去这个文件，查明是谁放的。',
  shallow: () => '仓库是浅克隆，早先的提交不全。取得完整的仓库再核对。',
  borrowed: () => '仓库从别处借用对象（objects/info/alternates），自己不完整。取得完整的仓库再核对。',
  partial: () => '仓库是部分克隆，缺少的对象要上网去取。取得完整的仓库再核对。',
  missing: ({ found, commit }) => `仓库里没有对象 ${short(found ?? commit)}，链条在这里断开。`,
  altered: ({ found, commit }) => `对象 ${short(found ?? commit)} 的内容和它的编号对不上：仓库里的文件被直接改过。`,
  odd: ({ found, commit }) => `对象 ${short(found ?? commit)} 不是办公平台的写法，读不出来。`,
  // The head.
  gone: ({ wanted }) => `印出过的链头 ${short(wanted)} 不在今天的链条里：从那时起，有提交被删去或者改写。`,
  release: ({ wanted }) => `网站所称的版本 ${short(wanted)} 不在链条里，网站不是从这个仓库生成的。`,
  // The chain.
  begun: () => '链条没有起点：没有接收内容库的签名提交，以前的内容无从谈起由谁负责。',
  twice: () => '又一次接收内容库：一次以后的接收会把没有签字的内容混进来。',
  rootless: () => '接收内容库的提交改动了内容。接收只能原样接收。',
  unsigned: () => '提交没有办公平台的签名。',
  forged: () => '提交的签名不对：签名以后，提交的内容被改过。',
  stranger: ({ found }) => `提交由另一把密钥签名（${found}），不是办公平台的密钥。`,
  key: ({ found }) => `链条由另一把密钥签名（${found}），和给出的公钥都不一样。`,
  keyUnused: ({ found }) =>
    `给出的公钥（${found}）在链条里，却还没有签过 main 的提交，以前的内容凭它证明不了：一并给出以前的公钥，或者登记过的备用密钥的公钥。`,
  resigned: ({ found }) =>
    `内容库写着清除过内容，改写的提交都由 ${found} 签名，给出的公钥证明不了这把密钥。向办公平台要 office-key.allowed，里面有以前和现在的公钥；从别的途径核对指纹 ${found}，核对无误的，用 --key 给出这个文件。`,
  oldKey: ({ found }) => `换上的密钥 ${found} 以前用过，已经更换掉，不能再用。`,
  newKey: () => '更换密钥、登记备用密钥的提交写得不对。',
  announced: ({ found }) =>
    `更换密钥没有以前的密钥或者登记过的备用密钥签名。只凭内容库，分不出是办公平台换的，还是别人换的。从别的途径核对新公钥的指纹 ${found}，核对无误的，用 --key 一并给出新公钥。`,
  notBackup: ({ found }) => `更换密钥的提交由 ${found} 签名，既不是登记过的备用密钥，也不是新密钥自己。`,
  merge: () => '提交并入了来历不明的另一条线：只有发布可以并入草稿，别的提交只有一个上一次。',
  backdated: ({ found, wanted }) => `提交的时间 ${found} 早于上一次提交的 ${wanted}：时间倒填，或者次序被改过。`,
  clock: ({ found }) => `提交写明以前的时钟快了 ${found} 秒，和它前后的时间对不上。`,
  future: ({ found }) => `提交的时间 ${found} 还没有到。`,
  times: () => '提交里作者的时间和提交的时间不一致，有一个是另写的。',
  committer: ({ found }) => `提交不是由办公平台提交的，写的是 ${found}。`,
  manner: () => '提交不是办公平台的写法：说明里有多余、重复或者看不见的东西，标题和所办的事不一致，或者用了别的时区。',
  name: ({ person, found }) => `提交署的姓名是“${found}”，单位文件里 ${person} 没有用过这个姓名。`,
  unrecorded: () => '提交没有责任记录，或者记录读不出来：不知道是谁、为什么改动了内容。',
  // Files.
  outside: ({ path }) => `提交改动了责任记录没有写的文件 ${path}。`,
  link: ({ path }) => `${path} 是链接，不是文件。`,
  submodule: ({ path }) => `${path} 是别的仓库（子模块），不是文件。`,
  mode: ({ path }) => `${path} 的类型不对：内容只能是普通文件。`,
  sameName: ({ path }) => `${path} 和同一文件夹里另一个文件只差大小写或者写法，有的电脑上会互相顶替。`,
  otherYear: ({ found, wanted }) => `条目在 ${wanted} 年发布，却放在 ${found} 年的文件夹里。`,
  place: ({ found }) => `责任记录写的条目 ${found} 不是条目的文件夹。`,
  // What is published.
  empty: () => '发布的条目里没有 index.md。',
  number: ({ found, wanted }) => `记录里的索引号 ${wanted} 和条目里的 ${found} 不一致。`,
  date: ({ found, wanted }) => `记录里的发布日期 ${wanted} 和条目里的 ${found} 不一致。`,
  datedOtherwise: ({ found, wanted }) => `页面上的发布日期是 ${found}，发布的提交却在 ${wanted}：日期是另写的。`,
  redated: ({ found, wanted }) => `已经发布的条目，发布日期由 ${wanted} 改成了 ${found}。`,
  claimed: () => '原网站标注的发布日期是接收以后加上或者改动的：只有导入能写，接收以前就有。',
  renumbered: ({ found, wanted }) => `已经发布的条目，索引号由 ${wanted} 改成了 ${found}。`,
  reused: ({ found }) => `索引号 ${found} 以前用过，不能再用。`,
  corrected: ({ found, wanted }) => `记录写的更正说明是“${wanted}”，签了字的内容里却是“${found}”。`,
  numberOf: ({ found, wanted }) => `索引号 ${found} 不是这个单位、这个月的，应当以 ${wanted} 开头。`,
  counted: ({ path }) => `编号簿 ${path} 没有按次序记下这个索引号。`,
  // Who answers for it.
  missingSignOff: ({ role }) => `缺少“${nameOf(role)}”的签字。`,
  otherBytes: ({ role, person }) => `${person} 的“${nameOf(role)}”签字签的不是这些内容：签字以后内容改过，或者签的是别的内容。`,
  notHeld: ({ role, person }) => `${person} 在发布时没有这个单位“${nameOf(role)}”的角色。`,
  notHeldThen: ({ role, person, found }) => `${person} 在签字时（${found}）没有这个单位“${nameOf(role)}”的角色。`,
  ownWork: ({ role, person }) => `${person} 写过或者改过这条内容，又签了“${nameOf(role)}”：自己审自己。`,
  samePerson: ({ person }) => `${person} 一个人签了两个角色。`,
  missingWatch: () => '紧急发布要两名值班人员签字，记录里不足两个。',
  watchTwice: ({ person }) => `${person} 一个人以“值班”签了两次。`,
  lapsed: ({ person, found, wanted }) => `${person} 的“值班”签字（${found}）只到 ${wanted} 有效，发布时已经作废。`,
  urgency: ({ found, wanted }) => `记录写的紧急发布的原因是“${wanted}”，值班人员签字时写的却是“${found}”。`,
  notOwed: () => '这条内容没有要补审的：不是紧急发布，或者已经补审、撤下、重新发布。',
  notReviewed: () => '补审要由一个人以一个角色签字，记录不是这样。',
  barred: ({ role, person }) => `${person} 写过这条内容，或者在紧急发布时以“值班”签过，又以“${nameOf(role)}”补审：自己审自己。`,
  reviewedTwice: ({ role, person }) => `${person} 以“${nameOf(role)}”补审，这个角色或者这个人已经补审过。`,
  approvedEarly: ({ person }) => `${person} 以“签发”补审时，审核或者保密审查还没有补审。`,
  superfluous: ({ role, person }) => `${person} 的“${nameOf(role)}”签字不是这种内容要的。`,
  signedLater: ({ role, person, found }) => `${person} 的“${nameOf(role)}”签字（${found}）晚于发布。`,
  early: ({ found, wanted }) => `签发定于 ${wanted} 发布，却在 ${found} 就发布了。`,
  unauthored: () => '责任记录没有写明拟稿人。',
  noDraft: () => '发布没有带上草稿，看不到谁写、谁签。',
  draftPlace: ({ found }) => `发布带上的是另一条的草稿（${found}）。`,
  draftBase: () => '草稿不是从链条里的版本写起的。',
  stale: () => '草稿和签字是以前的：从那以后这条内容发布过别的，或者撤下过，签字的人没有看到。',
  notEditor: ({ person }) => `${person} 当时不是这个单位的编辑，却写过或者提交过这条内容。`,
  draftUnsigned: ({ person }) => `草稿上 ${person} 的签字、提交或者退回没有办公平台的签名。`,
  draftAuthors: ({ found, wanted }) => `记录写的拟稿和修改的人是 ${wanted}，草稿上却是 ${found}。`,
  draftSignOffs: () => '记录里的签字和草稿上的签字不一致。',
  draftMoved: () => '草稿上一次签字或者意见的提交改动了内容。',
  // Acts of other kinds.
  notSigned: ({ person }) => `${person} 没有这个单位“签发”的角色，也不在信息办，不能撤稿、下线、并入。`,
  otherName: ({ found, wanted }) => `提交的作者是 ${found}，责任记录写的却是 ${wanted}。`,
  removed: () => '撤稿、下线、并入以后留下的内容和记录不一致。',
  notOffice: ({ person }) => `${person} 不在信息办，不能调整设置。`,
} satisfies Record<string, (data: FaultData) => string>;
export type FaultName = keyof typeof FAULTS;

const nameOf = (role = '') => (ROLES as Record<string, string>)[role] ?? role;

/** An id as people read it. */
export const short = (id = '') => id.slice(0, 12);
