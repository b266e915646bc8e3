/** Words that say what a long number is; the one nearest before it counts. */
export const LABELS =
  /身份证(?:件)?(?:号码?|编号|代码)?|公民身份(?:号码?|证号|编号|代码)?|证件号|证件编号|证件(?=[:\s]|$)|身份号码?|idcard|id_?(?:card_?)?no|sfzh|zjhm|(?:统一社会)?信用代码|纳税人识别号|组织机构代码|机构代码|注册号|代码|单元号|编号|档号|案号|条码|追溯码|运单|单号|批次|户号|表号|序列号|账号|账户|卡号|校验|哈希|摘要值|印章|流水号|许可证号|合格证|任务号|工单|设备号/giu;
export const IS_ID = /身份证|公民身份|证件号|证件编号|证件(?=[:\s]|$)|身份号码?|idcard|id_?(?:card_?)?no|sfzh|zjhm/iu;
export const IS_OTHER =
  /信用代码|识别号|代码|注册号|单元号|^编号|档号|案号|条码|追溯码|运单|单号|批次|户号|表号|序列号|校验|哈希|摘要值|印章|流水号|许可证号|合格证|任务号|工单|设备号/u;

/** Printed in GB 11643 itself. */
export const SAMPLES: ReadonlySet<string> = new Set(['11010519491231002X', '440524188001010014']);
