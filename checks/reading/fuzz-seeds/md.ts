const encode = (text: string) => new TextEncoder().encode(text);

const page = `---
title: 甲 &amp; 乙
list: [一, "二", {三: 四}]
text: |
  五
  六
---

# 七 <b title="八">九</b>

| 甲 | 乙 |
| --- | --- |
| [丙](a.md "丁") | ![戊](b.png) |

> 1. 己
>    * \`庚\` **辛 _壬_**

\`\`\`html
<p>癸
\`\`\`

<details><summary>子</summary>丑</details> [寅][r] <https://a.example> &#x536f;

[r]: c.html '辰'
`;

export const everyPlace = (): Uint8Array => encode(page);
