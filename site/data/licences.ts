import type { dataset } from '../../cms/model/types/dataset.ts';

/** Licences that a dataset can be under: as the model names them, and what each lets people do. */
export const LICENCES: Record<keyof typeof dataset.fields.licence.options, string> = {
  open: '可以自由下载、复制、修改、再发布和用于商业目的，不需要申请，也不附带条件。',
  attribution: '可以自由下载、复制、修改、再发布和用于商业目的，使用时写明“数据来源”和提供单位的名称。',
};

/** Where a licence is explained. */
export const licencePath = (licence: string) => `/api/#${licence}`;
