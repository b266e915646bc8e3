import type { Entry } from '../cms/library/item.ts';
import { COLUMN_KINDS, type Column } from '../cms/model/column.ts';
import type { Portal } from '../cms/model/portal.ts';
import { offeredFiles } from './attachments/offered.ts';
import { toExcerpt } from './body/excerpt.ts';
import { licencePath } from './data/licences.ts';
import { mediaTypeOf } from './data/media-types.ts';
import { toTimestamp } from './dates.ts';
import { type ItemView, sourceOf } from './entry-view.ts';
import { entryPath, filePath, toHref } from './paths.ts';

type Tags = Record<string, string>;

/** META tags of every page (STD-META-01..03). */
export const toSiteTags = ({ name, host, site_code }: Portal): Tags => ({ SiteName: name, SiteDomain: host, SiteIDCode: site_code });

/** META tags of a column, and of the pages in it (STD-META-04..07). */
export function toColumnTags(
  page: { column?: Column; columnName?: string; columnType?: string; columnKeywords?: string[] },
  description: string,
): Tags {
  const { column, columnName = '', columnType = '', columnKeywords } = page;
  return {
    ColumnName: column?.name ?? columnName,
    ColumnDescription: column?.description ?? description,
    ColumnKeywords: (column?.keywords ?? columnKeywords ?? [columnName]).join(','),
    ColumnType: column ? COLUMN_KINDS[column.kind] : columnType,
  };
}

/** META tags of an entry's page (国办发〔2017〕47号, STD-META-08..15). */
export function toArticleTags(portal: Portal, view: ItemView, entry: Entry): Tags {
  const { data, number } = entry;
  return {
    ArticleTitle: data.title,
    PubDate: entry.publishedAt,
    ContentSource: sourceOf(view),
    ...(data.keywords?.length ? { Keywords: data.keywords.join(',') } : {}),
    ...(data.author ? { Author: data.author } : {}),
    Description: data.summary ?? toExcerpt(entry.body),
    ...(data.cover ? { Image: `https://${portal.host}${toHref(filePath(number, data.cover.file))}` } : {}),
    Url: `https://${portal.host}${entryPath(number)}`,
  };
}

const SCHEMA_TYPES: Partial<Record<Entry['type'], string>> = {
  news: 'NewsArticle',
  policy: 'Legislation',
  dataset: 'Dataset',
  guide: 'GovernmentService',
  recruitment: 'JobPosting',
};

/** schema.org description of an entry. */
export function toJsonLd(portal: Portal, view: ItemView, entry: Entry): object {
  const type = SCHEMA_TYPES[entry.type] ?? 'Article';
  const { data } = entry;
  const publisher = { '@type': 'GovernmentOrganization', name: view.unit.name };
  const named =
    type === 'JobPosting'
      ? { title: data.title, hiringOrganization: publisher, datePosted: entry.publishedAt.slice(0, 10) }
      : { name: data.title };
  return {
    '@context': 'https://schema.org',
    '@type': type,
    ...named,
    ...(type === 'NewsArticle' || type === 'Article' ? { headline: data.title } : {}),
    identifier: entry.number,
    url: `https://${portal.host}${entryPath(entry.number)}`,
    datePublished: toTimestamp(entry.publishedAt),
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    publisher,
    ...(entry.type === 'policy'
      ? {
          legislationIdentifier: (data as Entry<'policy'>['data']).document_number,
          legislationDate: (data as Entry<'policy'>['data']).document_date,
        }
      : {}),
    ...(entry.type === 'dataset' && toDatasetTerms(portal, entry as Entry<'dataset'>)),
  };
}

/** What search engines for data ask of a dataset beside what every entry says. */
function toDatasetTerms({ host }: Portal, entry: Entry<'dataset'>): object {
  const { number, data } = entry;
  return {
    description: data.summary ?? data.title,
    dateModified: data.updated_on,
    license: `https://${host}${licencePath(data.licence)}`,
    variableMeasured: data.dictionary.map(({ name, meaning }) => ({ '@type': 'PropertyValue', name, description: meaning })),
    distribution: offeredFiles(entry).map(({ file, title }) => ({
      '@type': 'DataDownload',
      name: title,
      contentUrl: `https://${host}${toHref(filePath(number, file.name))}`,
      encodingFormat: mediaTypeOf(file.name),
      sha256: file.sha256,
    })),
  };
}
