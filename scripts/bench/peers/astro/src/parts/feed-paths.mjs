import { toLists } from './lists.mjs';

/** Every list that has feeds: the site, the units, their columns. */
export async function getStaticPaths() {
  const { feeds } = await toLists();
  return feeds.map((feed) => ({ params: { base: feed.base.slice(1, -1) || undefined }, props: { feed } }));
}
