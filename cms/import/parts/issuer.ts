/** A line with the names of a dozen bodies. */
const LONGEST = 400;
const ENDING =
  '(?:人民政府|政府|办公室|办公厅|委员会|人大常委会|政协|党委|工委|纪委|县委|市委|省委|区委|镇委|党组|[^本]局|厅|[^外干]部|法院|检察院|公安处|分局|支队|大队|总队|中心|管委会|指挥部|领导小组|街道办事处|办事处|管理处|公司|医院|学校|协会|联合会|总工会|妇联|团委|残联|信用社|银行)';
const NAME = `[\\u4e00-\\u9fff]{1,28}${ENDING}`;
const ISSUER = new RegExp(`^${NAME}$`, 'u');
const NOT_A_NAME = /关于|印发|通知|办法|规定|方案|根据|负责|各(?:县|区|市|乡|镇|部门|单位)|为了|的|^[由在向经对把本该和与及]/u;

/** The bodies that a folded line names and nothing else; empty when it says anything more. */
export function issuersIn(plain: string): string[] {
  if (plain.length > LONGEST) return [];
  const names = plain.trim().split(/[ 、]+/u);
  return names.length > 0 && names.every(isIssuer) ? names : [];
}

export function isIssuer(name: string): boolean {
  return name.length >= 3 && name.length <= 30 && ISSUER.test(name) && !NOT_A_NAME.test(name);
}

/** The body that a title begins with, as in 西安市人民政府办公厅关于印发…. */
export function issuersOfTitle(title: string): string[] {
  const before = /^([^《]{3,80}?)关于/u.exec(title)?.[1];
  return before ? issuersIn(before) : [];
}
