import { group, integer, numbers } from '../field.ts';
import { defineType } from '../type.ts';

/** Columns of table 3: natural persons, five kinds of legal person or organisation, total. */
const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'] as const;
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

const applicants = (label: string) => numbers({ label, help: '七个数，依次是自然人、五类法人或者其他组织、总计。', columns: APPLICANTS });
const outcomes = (label: string) => numbers({ label, help: '五个数，最后一个是总计。', columns: OUTCOMES });
const documents = (label: string) =>
  numbers({ label, help: '本年制发件数、本年废止件数、现行有效件数。', columns: ['本年制发件数', '本年废止件数', '现行有效件数'] });

/** Annual report on disclosure, tables as fixed by 国办公开办函〔2021〕30号 (STD-AR-01..10). */
export const annualReport = defineType({
  name: 'annual-report',
  label: '政府信息公开年报',
  use: '每年一份。六个部分写在正文里，第二、三、四部分的表填在下面，页面自动成表。',
  columns: ['report'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    year: integer({ label: '年度', help: '报告的年度。', min: 2008, max: 2100 }),
    active: group({
      label: '主动公开政府信息情况',
      help: '第二部分的表。',
      fields: {
        rules: documents('规章'),
        normative: documents('行政规范性文件'),
        licences: integer({ label: '行政许可处理决定数量', help: '本年件数。' }),
        penalties: integer({ label: '行政处罚处理决定数量', help: '本年件数。' }),
        coercion: integer({ label: '行政强制处理决定数量', help: '本年件数。' }),
        fees: integer({ label: '行政事业性收费金额（万元）', help: '本年收费，取整数。' }),
      },
    }),
    requests: group({
      label: '收到和处理政府信息公开申请情况',
      help: '第三部分的表。',
      fields: {
        received: applicants('一、本年新收政府信息公开申请数量'),
        carried_in: applicants('二、上年结转政府信息公开申请数量'),
        granted: applicants('三、（一）予以公开'),
        partly: applicants('三、（二）部分公开'),
        refused_secret: applicants('三、（三）1.属于国家秘密'),
        refused_law: applicants('三、（三）2.其他法律行政法规禁止公开'),
        refused_stability: applicants('三、（三）3.危及“三安全一稳定”'),
        refused_third_party: applicants('三、（三）4.保护第三方合法权益'),
        refused_internal: applicants('三、（三）5.属于三类内部事务信息'),
        refused_process: applicants('三、（三）6.属于四类过程性信息'),
        refused_case_file: applicants('三、（三）7.属于行政执法案卷'),
        refused_inquiry: applicants('三、（三）8.属于行政查询事项'),
        not_held: applicants('三、（四）1.本机关不掌握相关政府信息'),
        not_made: applicants('三、（四）2.没有现成信息需要另行制作'),
        unclear: applicants('三、（四）3.补正后申请内容仍不明确'),
        petition: applicants('三、（五）1.信访举报投诉类申请'),
        repeated: applicants('三、（五）2.重复申请'),
        publication: applicants('三、（五）3.要求提供公开出版物'),
        excessive: applicants('三、（五）4.无正当理由大量反复申请'),
        reissue: applicants('三、（五）5.要求行政机关确认或重新出具已获取信息'),
        not_corrected: applicants('三、（六）1.申请人无正当理由逾期不补正'),
        not_paid: applicants('三、（六）2.申请人逾期未按收费通知要求缴纳费用'),
        other: applicants('三、（六）3.其他'),
        total: applicants('三、（七）总计'),
        carried_out: applicants('四、结转下年度继续办理'),
      },
    }),
    reviews: group({
      label: '政府信息公开行政复议、行政诉讼情况',
      help: '第四部分的表。',
      fields: {
        reconsideration: outcomes('行政复议'),
        direct: outcomes('未经复议直接起诉'),
        after: outcomes('复议后起诉'),
      },
    }),
  },
});
