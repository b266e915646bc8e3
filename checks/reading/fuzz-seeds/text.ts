const encode = (text: string) => new TextEncoder().encode(text);

export const utf8 = (): Uint8Array => encode('机密\r\n第二行\r\n\r\n内部\\u673a');
export const gbk = (): Uint8Array => Uint8Array.from([0xbb, 0xfa, 0xc3, 0xdc, 0x0d, 0x0a, 0xc4, 0xda, 0xb2, 0xbf]);
export const utf16 = (): Uint8Array => Uint8Array.from([0xff, 0xfe, 0x3a, 0x67, 0xc6, 0x5b, 0x0a, 0]);
export const csv = (): Uint8Array => encode('"姓名, 全",号码\r\n"甲""乙\r\n丙",="990101"\r\n1;2\t3');
export const xml = (): Uint8Array => encode('<!DOCTYPE a [<!ENTITY b "丙">]><a b="甲&#x4e59;"><!--丁--><![CDATA[戊]]>&b;</a>');
export const mail = (): Uint8Array =>
  encode(
    'Subject: =?utf-8?B?57ud5a+G?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C4=DA\r\n--b\r\nContent-Disposition: attachment; filename=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n5Lie\r\n--b--',
  );
export const calendar = (): Uint8Array => encode('BEGIN:VEVENT\r\nSUMMARY:机\r\n 密\r\nEND:VEVENT');
