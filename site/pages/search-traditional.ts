import type { APIRoute } from 'astro';

/** Traditional characters, each followed by its simplified form, for questions that were typed in traditional ones. */
export const GET: APIRoute = async () => {
  const { Converter } = await import('opencc-js/t2cn');
  const toSimplified = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simplified = toSimplified(character);
    if (simplified !== character && simplified.length === 1) pairs += character + simplified;
  }
  return Response.json(pairs);
};
