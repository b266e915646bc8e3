import { pack } from './pack.ts';
import { escapeXml, XML } from './xml.ts';

/** An OpenDocument text. */
export interface OdtRecipe {
  body: (string | { hidden: string } | { remark: string })[];
  header?: string;
  title?: string;
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const NAMESPACES = `xmlns:office="${OASIS}office:1.0" xmlns:text="${OASIS}text:1.0" xmlns:style="${OASIS}style:1.0" xmlns:meta="${OASIS}meta:1.0" xmlns:fo="${OASIS}xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"`;
const TYPE = 'application/vnd.oasis.opendocument.text';

export function makeOdt({ body, header = '', title = '' }: OdtRecipe): Uint8Array {
  const blocks = body.map((block) => {
    if (typeof block === 'string') return `<text:p>${escapeXml(block)}</text:p>`;
    if ('hidden' in block) return `<text:p><text:span text:style-name="H">${escapeXml(block.hidden)}</text:span></text:p>`;
    return `<text:p><office:annotation><dc:creator>审核</dc:creator><text:p>${escapeXml(block.remark)}</text:p></office:annotation></text:p>`;
  });
  return pack({
    mimetype: TYPE,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="${OASIS}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/>${['content', 'styles', 'meta'].map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`,
    'content.xml': `${XML}<office:document-content ${NAMESPACES}><office:automatic-styles><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body><office:text>${blocks.join('')}</office:text></office:body></office:document-content>`,
    'styles.xml': `${XML}<office:document-styles ${NAMESPACES}><office:automatic-styles><style:page-layout style:name="L"/></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>${escapeXml(header)}</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`,
    'meta.xml': `${XML}<office:document-meta ${NAMESPACES}><office:meta><dc:title>${escapeXml(title)}</dc:title></office:meta></office:document-meta>`,
  });
}
