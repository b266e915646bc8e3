import sharp from 'sharp';

const FORMATS = ['png', 'jpeg', 'gif', 'webp', 'tiff', 'avif'] as const;

/** Small pictures for a fuzzer to break, by format; all too small for OCR, so that a run is quick. */
export const IMAGE_SEEDS: Record<string, () => Promise<Uint8Array>> = Object.fromEntries([
  ...FORMATS.map((format) => [format, () => toImage(format)] as const),
  [
    'svg',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>标题</title><text y="8">字</text></svg>'),
  ] as const,
]);

function toImage(format: (typeof FORMATS)[number]): Promise<Uint8Array> {
  return sharp({ create: { width: 12, height: 12, channels: 3, background: '#8ac' } })
    .withExif({ IFD0: { Artist: 'Someone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 0/1 0/1' } })
    .toFormat(format)
    .toBuffer();
}
