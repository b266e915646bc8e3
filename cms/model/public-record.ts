import { z } from 'zod';

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u)
  .describe('北京时间，年-月-日 时:分');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const person = z.string().describe('姓名或者账号，由县里在 portal.yaml 里选定；空的是提交没有写明');

const signOff = z.object({
  role: z.enum(['review', 'secrecy', 'approval', 'office', 'watch']),
  person,
  at: moment,
  opinion: z.string().optional(),
  sha256: sha256.describe('签的是哪些内容：正文（不含索引号和发布日期两行）和每个附件的校验码合在一起的校验码'),
});

const act = z.object({
  kind: z.enum(['publish', 'update', 'correct', 'confirm', 'withdraw', 'takeDown', 'merge', 'purge']),
  at: moment,
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/u)
    .describe('内容库 main 上的签名提交'),
  author: person,
  editors: z.array(person).describe('另外改过稿的人'),
  sign_offs: z.array(signOff),
  reason: z.string().optional(),
  into: z.string().optional().describe('并入另一条的，那一条的索引号'),
  changes: z
    .object({ fields: z.array(z.string()), added: z.array(z.string()), replaced: z.array(z.string()), removed: z.array(z.string()) })
    .optional()
    .describe('更新、更正改了什么：字段和正文，增加、替换、删去的文件'),
  emergency: z.string().optional().describe('紧急发布的原因：由两名值班人员签字发布，二十四小时内补审'),
  correction: z.string().optional().describe('更正说明：原来哪里错了'),
});

const record = z.object({
  index_number: z.string().regex(/^\d{9}\/\d{6}-\d{5}$/u),
  title: z.string().optional().describe('现在公开的标题；已经下线的没有'),
  url: z.string().optional(),
  published_at: moment.optional(),
  review_due: moment.optional().describe('紧急发布以后还没有补审的，应当在这以前补审'),
  taken_over: moment.optional().describe('存量：内容库接收时已经在网上，发布日期是原来所载，没有签名可以证明'),
  imported: z
    .object({ on: day, claimed_on: day.optional().describe('原网站标注的发布日期，没有签名可以证明') })
    .optional()
    .describe('由旧网站或者旧文档导入'),
  text_sha256: sha256.optional().describe('内容库里 index.md 的校验码'),
  files: z.array(z.object({ name: z.string(), size: z.int(), sha256 })).optional(),
  acts: z.array(act),
});

/** A file of the public record (责任记录): what each entry's signed commits say. */
export const recordFileSchema = z
  .object({ unit: z.string().describe('单位编码'), year: z.string(), part: z.int(), records: z.array(record) })
  .describe('责任记录：谁在什么时候以什么角色签了什么');
export type PublicRecord = z.infer<typeof record>;

const officeAct = z.object({
  kind: z.enum(['purge', 'newKey', 'backupKey']),
  at: moment,
  commit: z.string(),
  person,
  reason: z.string(),
  unit: z.string().optional().describe('清除的是哪个单位的'),
  type: z.string().optional().describe('清除的内容类型'),
  index_number: z.string().optional().describe('清除的索引号；没有发布过的没有'),
  key: z.string().optional().describe('新的签名密钥或者备用密钥的公钥'),
  lost: z.enum(['lost', 'stolen']).optional().describe('以前的密钥遗失或者失窃'),
});
export type PublicOfficeAct = z.infer<typeof officeAct>;

/** Where the chain of signed commits stands, as the site prints it every day. */
export const chainHeadSchema = z
  .object({
    head: z
      .string()
      .regex(/^[0-9a-f]{40}$/u)
      .describe('网站由 main 的这个提交生成'),
    at: moment.describe('这个提交的时间'),
    day: day.describe('印出这个链头的日子；网页按这一天生成'),
    office_acts: z.array(officeAct).optional().describe('清除的内容、更换的签名密钥：对责任记录本身的处理，从早到晚'),
    taken_over: z.object({ commit: z.string(), at: moment }).describe('办公平台接收内容库的提交；以前的日期是原来所载'),
  })
  .describe('责任记录的链头');
export type PublicHead = z.infer<typeof chainHeadSchema>;
