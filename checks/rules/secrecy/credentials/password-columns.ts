import type { Document } from '../../../text/document.ts';
import type { Field } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { isHash, isPlaceholder } from './placeholder.ts';

/** What a column, a row or a line of a form calls a password. */
const PASSWORD = /(?:密码|口令|password|passwd|pwd)$/iu;
/** Passwords that are told to everybody, kinds of them that are none, and what a web page gives each visitor against forgery. */
const NONE = /csrf|xsrf|verification|authenticity|^_|会议|入会|解压|提取|取件|无线|wi-?fi|弱|示例|样例|商用|核心密码|普通密码/iu;
/** What is a key by its name, whatever it looks like. */
const SECRET =
  /(?:app_?secret|secret_?key|access_?key_?secret|client_?secret|secret|api_?key|access_?token|token|密钥|私钥|令牌|授权码)$/iu;
/** A table of passwords has accounts or devices as well. */
const ACCOUNT = /账号|帐号|账户|用户|登录|登陆|管理员|系统|设备|平台|网址|主机|服务器|数据库|user|account|login|host/iu;
const VALUE = /^[!-~]{4,64}$/u;
const KEY = /^(?=[!-~]*\d)[\w+/=.-]{16,200}$/u;

/** What stands under, beside or behind a heading `密码` or `AppSecret`, in tables, forms and lines. */
export function passwordFields(document: Document): Field[] {
  return itemsIn(document).all.flatMap(({ fields, labels }) => {
    const hasAccount = [...labels, ...fields.map(({ text }) => text)].some((words) => ACCOUNT.test(words));
    return fields.filter((field, at) => {
      const value = field.text.trim();
      if (isPlaceholder(value)) return false;
      // In a table of parameters the name of each stands to the left.
      const names = [field.label, fields[at - 1]?.text.trim() ?? ''].filter((name) => name.length <= 24 && !NONE.test(name));
      return names.some(
        (name) => (SECRET.test(name) && KEY.test(value)) || (PASSWORD.test(name) && hasAccount && VALUE.test(value) && !isHash(value)),
      );
    });
  });
}
