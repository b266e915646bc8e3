const encode = (text: string) => new TextEncoder().encode(text);

export const quoted = (): Uint8Array => encode('"姓名, 全",号码\r\n"甲""乙\r\n丙",="990101"\r\n1;2\t3');
export const wide = (): Uint8Array => encode(`甲,乙,丙\n${'1,"2\n3",\'4\n'.repeat(50)}`);
