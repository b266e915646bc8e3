/** Words that name a column or a field of a form, whatever stands before them: `户主证件号码`, `打卡账号`. */
const ENDS =
  /(?:姓名|名字|名称|单位|户主|户名|性别|年龄|民族|籍贯|学历|职务|职称|岗位|电话|手机|手机号|号码|联系方式|微信|短号|长号|地址|住址|住所|住地|居住地|居住地点|务工地|户籍|户籍地|户口所在地|所在地|坐落|房源|日期|时间|年月|出生年月|金额|标准|面积|数量|人数|户数|人口|类别|类型|种类|等级|级别|密级|期限|有效期|原因|理由|事由|情况|情形|病种|病名|疾病|病情|诊断|结果|状态|状况|备注|账号|账户|帐号|卡号|折号|开户行|密码|口令|用户名|登录名|网址|地点|关系|证号|证件号|编号|序号|代码|车牌|车牌号|号牌|属性|身份证|护照|监护人|抚养人|收养人|家长|得分|成绩|总分|名次|单价|规格|型号|文号|标题|内容|困难|措施|需求|诉求|科室|擅长|专业|学科)$/u;
/** Words that name a column only by themselves, because names of people and places end in them too. */
const WHOLE =
  /^(?:序|号|对象|住户|孩子|宝宝|爸爸|妈妈|父亲|母亲|家长|配偶|小区|楼栋|楼号|单元|门牌|门牌号|门牌号码|房间号|室|管理用户|用户|村|组|乡|镇|乡镇|村组|社区|村居|单位|部门|学校|院校|班级|年级|机构|企业|医院|银行|学生|儿童|孤儿|幼儿|患者|老人|车主|业主|品名|项目|指标|定密|标密|电话|简历|所在村|所属乡镇|乡（镇）|工作单位|就读学校|所在单位|申请人|当事人|信访人|诉求人|写信人|反映人|举报人|来访人|失主|求助人|受助人|报名人|报案人|受害人|被害人|投保人|参保人|购机人|权利人|债权人|债务人|死者|伤者|姓\s?名|name|xm|full_?name|user_?name|mobile|phone|telephone|tel|address|投诉人|来电人|来信人|联系人|负责人|经办人|收款人|领款人|领取人|持卡人|开户人|车辆所有人|所有人|机动车所有人|驾驶人|法定代表人|法人|救助对象|保障对象|受助人|受助学生|被执行人|被处罚人|拆迁户|农户|家庭成员|房号|IP|IP地址|网关|VLAN|说明|职工|残疾人|护林员|河长|网格员|村民|居民)$/iu;
const LONGEST = 14;

/** A label without what stands in brackets, spaces and colon: `卡（折）号：` is `卡号`. */
export const plainLabel = (text: string): string =>
  text.length > 60 ? '' : text.replace(/[（(【[][^）)】\]]{0,20}[）)】\]]|[\s:：>*"']/gu, '');

/** Whether a cell or the words before a colon name what follows instead of saying it. */
export function isLabel(text: string): boolean {
  const plain = plainLabel(text);
  return plain.length <= LONGEST && !/\d{2}|[。，,；;、]/u.test(plain) && (ENDS.test(plain) || WHOLE.test(plain));
}
