/** Pictures that a browser may show; everything else is only ever kept as a file. */
const SHOWN: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Answers with a file that an editor put into an entry, so that nothing in it can run in the office. @param isShown whether a picture is to be seen, and not kept */
export function serveFile(name: string, bytes: Uint8Array, isShown: boolean): Response {
  const type = isShown ? SHOWN[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] : undefined;
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Disposition': `${type ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
  });
}
