import type { Entry } from '../cms/library/library.ts';
import type { Portal } from '../cms/model/portal.ts';
import { toExcerpt } from './body.ts';
import { toTimestamp } from './dates.ts';
import { type ItemView, sourceOf } from './entry-view.ts';
import { entryPath, filePath, toHref } from './paths.ts';

/** META tags of an entry's page (国办发〔2017〕47号, STD-META-08..15). */
export function toArticleTags(portal: Portal, view: ItemView, entry: Entry): Record<string, string> {
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
  };
}
