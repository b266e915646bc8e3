const page = `<!doctype html><html><head><meta name=author content="甲"><title>乙</title><style>.a::after{content:"丙"}</style>
<script>var a="丁"</script></head><body><!--戊--><!--[if gte mso 9]><xml><o:Author>己</o:Author></xml><![endif]-->
<p title="庚&amp;">辛<b>壬</b>&#x7678;<span style="display:none">子</span></p><img alt=丑 src="/寅.png">
<table><col style="display:none"><tr><td rowspan=2>卯<td>辰<tr><td>巳</table><iframe srcdoc="&lt;p&gt;午"></iframe><template>未</template></body></html>`;

export const everyPlace = (): Uint8Array => new TextEncoder().encode(page);
