import type { Unit } from '../../cms/model/unit.ts';
import { platformPath } from '../paths.ts';

/** Parts of the platform in their statutory order (国办公开办函〔2019〕61号), and disclosure on request. */
export type Part = 'guide' | 'rules' | 'duties' | 'reports' | 'request';

/** Disclosure on request is for administrative bodies; public utilities answer questions instead (国办发〔2020〕50号). */
export const partsOf = (unit: Unit): { id: Part; name: string; href: string }[] => {
  const base = platformPath(unit);
  return [
    { id: 'guide', name: '政府信息公开指南', href: `${base}guide/` },
    { id: 'rules', name: '政府信息公开制度', href: `${base}rules/` },
    { id: 'duties', name: '法定主动公开内容', href: base },
    { id: 'reports', name: '政府信息公开年报', href: `${base}reports/` },
    { id: 'request', name: unit.kind === 'utility' ? '信息公开咨询' : '依申请公开', href: `${base}request/` },
  ];
};
