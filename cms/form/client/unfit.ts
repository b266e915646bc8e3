import { UPLOAD_LIMITS } from '../../model/upload-limits.ts';

export const IMAGES = '.jpg,.jpeg,.png,.webp,.gif';

/** Why a file cannot be taken; undefined when none of them is unfit. */
export function whyUnfit(files: readonly File[], isImage: boolean): string | undefined {
  const large = files.find(({ size }) => size > UPLOAD_LIMITS.file);
  if (large) return `“${large.name}”有 ${toSize(large.size)}，超过 ${UPLOAD_LIMITS.file / 1_000_000} MB。压缩，或者拆成几个文件。`;
  const empty = files.find(({ size }) => size === 0);
  if (empty) return `“${empty.name}”是空的。换一个文件。`;
  const other = isImage ? files.find(({ name }) => !IMAGES.split(',').some((each) => name.toLowerCase().endsWith(each))) : undefined;
  return other && `“${other.name}”不是网页上能显示的图片。换成 JPG、PNG、WEBP 或者 GIF 图片；文件放到“附件”里。`;
}

export function toSize(size: number): string {
  return size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
