import type { Entry } from '../../cms/library/item.ts';
import type { Library } from '../../cms/library/library.ts';
import type { dataset as model } from '../../cms/model/types/dataset.ts';
import { offeredFiles } from '../attachments/offered.ts';
import { toTimestamp } from '../dates.ts';
import { entryPath, filePath, toHref, unitPath } from '../paths.ts';
import { datasetsOf } from './datasets.ts';
import { licencePath } from './licences.ts';
import { mediaTypeOf } from './media-types.ts';

/** Where the catalogue lies. */
export const CATALOGUE = '/api/datasets.jsonld';

/** Terms of the Dublin Core frequency vocabulary for the model's. */
const FREQUENCIES: Record<keyof typeof model.fields.frequency.options, string> = {
  monthly: 'monthly',
  quarterly: 'quarterly',
  'half-yearly': 'semiannual',
  yearly: 'annual',
  irregular: 'irregular',
};

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The portal's datasets as other catalogues harvest them: DCAT 3 (W3C, 2024) in JSON-LD. */
export function toCatalogue(library: Library): object {
  const portal = library.portal!;
  const origin = `https://${portal.host}`;
  return {
    '@context': CONTEXT,
    '@id': origin + CATALOGUE,
    '@type': 'dcat:Catalog',
    'dct:title': chinese(`${portal.name}开放数据目录`),
    'dct:description': chinese('县政府各单位开放的数据集，免费下载，附数据字典和校验码。'),
    'dct:language': 'zh-CN',
    'dct:publisher': { '@id': `${origin}/`, '@type': 'foaf:Organization', 'foaf:name': portal.sponsor },
    'foaf:homepage': { '@id': `${origin}/api/` },
    'dcat:dataset': datasetsOf(library).map((entry) => toDataset(library, origin, entry)),
  };
}

function toDataset(library: Library, origin: string, entry: Entry<'dataset'>): object {
  const { number, data, publishedAt } = entry;
  const unit = library.unit(entry.unit)!;
  const url = origin + entryPath(number);
  return {
    '@id': url,
    '@type': 'dcat:Dataset',
    'dct:identifier': number,
    'dct:title': chinese(data.title),
    ...(data.summary && { 'dct:description': chinese(data.summary) }),
    'dct:issued': { '@type': 'xsd:dateTime', '@value': toTimestamp(publishedAt) },
    'dct:modified': { '@type': 'xsd:date', '@value': data.updated_on },
    'dct:accrualPeriodicity': { '@id': `http://purl.org/cld/freq/${FREQUENCIES[data.frequency]}` },
    'dct:license': { '@id': origin + licencePath(data.licence) },
    'dc:coverage': data.covers,
    'dcat:keyword': (data.keywords ?? []).map(chinese),
    'dcat:landingPage': { '@id': url },
    'dct:publisher': { '@id': origin + unitPath(unit), '@type': 'foaf:Organization', 'foaf:name': unit.name },
    'dcat:contactPoint': { '@type': 'vcard:Organization', 'vcard:fn': data.provider, 'vcard:hasTelephone': { '@id': `tel:${unit.phone}` } },
    'dcat:distribution': offeredFiles(entry).map(({ file, title }) => {
      const address = origin + toHref(filePath(number, file.name));
      return {
        '@id': address,
        '@type': 'dcat:Distribution',
        'dct:title': chinese(title),
        'dct:license': { '@id': origin + licencePath(data.licence) },
        'dcat:accessURL': { '@id': url },
        'dcat:downloadURL': { '@id': address },
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaTypeOf(file.name)}` },
        'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(file.size) },
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': file.sha256 },
        },
      };
    }),
  };
}

const chinese = (value: string) => ({ '@language': 'zh-CN', '@value': value });
