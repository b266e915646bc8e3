import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

export const collections = {
  articles: defineCollection({
    loader: glob({ pattern: '**/*.md', base: '../articles', retainBody: false }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
      date: z.string(),
      url: z.string(),
      number: z.string(),
      unit: z.string(),
      column: z.string(),
    }),
  }),
};
