const encode = (text: string) => new TextEncoder().encode(text);

export const parts = (): Uint8Array =>
  encode(
    'Subject: =?utf-8?B?57ud5a+G?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C4=DA\r\n--b\r\nContent-Disposition: attachment; filename=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n5Lie\r\n--b--',
  );
