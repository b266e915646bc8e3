/** A link of a Markdown or HTML text: its target, quotes and angles left out. */
const LINK =
  /\]\(<?(?<a>[^)\s<>]+)|\b(?:href|src)\s*=\s*["']?(?<b>[^"'\s>]+)|^\[[^\]]+\]:\s*<?(?<c>[^\s<>]+)|<(?<d>https?:\/\/[^\s<>]+)>/dgmu;

/** Links of a body to this site: the path of each, decoded, and where it stands in the body. */
export function ownLinks(body: string, host: string | undefined): { path: string; start: number; end: number }[] {
  return [...body.matchAll(LINK)].flatMap(({ groups = {}, indices }) => {
    const name = Object.keys(groups).find((key) => groups[key] !== undefined)!;
    const path = toOwnPath(groups[name]!, host);
    const [start, end] = indices!.groups![name]!;
    return path === undefined ? [] : [{ path, start, end }];
  });
}

function toOwnPath(target: string, host: string | undefined): string | undefined {
  const isOwn = /^\/(?![/\\])/u.test(target);
  if (!isOwn && !/^(?:https?:)?\/\//iu.test(target)) return undefined;
  const url = URL.parse(target, 'https://site.invalid');
  if (!url || !(isOwn || url.hostname === host)) return undefined;
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}
