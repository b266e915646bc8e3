import type { OfficePackage } from './office-package.ts';
import { escapeXml } from './xml.ts';

/** Properties of an Office file, as its dialogue “属性” shows them. */
export interface Properties {
  core?: Partial<
    Record<'title' | 'subject' | 'creator' | 'keywords' | 'description' | 'lastModifiedBy' | 'category' | 'contentStatus', string>
  >;
  /** Extended properties: Company, Manager, Template, Application. */
  app?: Record<string, string>;
  custom?: Record<string, string>;
}

const CORE_PREFIX: Record<string, string> = { keywords: 'cp', lastModifiedBy: 'cp', category: 'cp', contentStatus: 'cp' };
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006';

export function addProperties(office: OfficePackage, { core = {}, app = {}, custom }: Properties): void {
  const fields = Object.entries(core).map(([name, value]) => {
    const tag = `${CORE_PREFIX[name] ?? 'dc'}:${name}`;
    return `<${tag}>${escapeXml(value)}</${tag}>`;
  });
  office.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${fields.join('')}<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-09T00:30:00Z</dcterms:created></cp:coreProperties>`,
  );
  office.relate('', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml');
  office.add(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    `<Properties xmlns="${EXTENDED}/extended-properties">${Object.entries(app)
      .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
      .join('')}</Properties>`,
  );
  office.relate('', 'extended-properties', 'docProps/app.xml');
  if (!custom) return;
  const list = Object.entries(custom).map(
    ([name, value], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  office.add(
    'docProps/custom.xml',
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    `<Properties xmlns="${EXTENDED}/custom-properties" xmlns:vt="${EXTENDED}/docPropsVTypes">${list.join('')}</Properties>`,
  );
  office.relate('', 'custom-properties', 'docProps/custom.xml');
}
