import { z } from 'zod';
import { readYaml } from '../../library/yaml.ts';
import { MAIN } from '../store/refs.ts';
import type { Store } from '../store/store.ts';
import type { Portal } from './parts.ts';

const shape = z.object({ name: z.string(), sponsor: z.string(), phone: z.string() });
const UNNAMED: Portal = { name: '', sponsor: '', phone: '' };

/** Reads what main says of the portal, anew whenever it says something else. A file that cannot be read leaves it without a name. */
export function toPortalReader({ repository }: Store): () => Promise<Portal> {
  let known: { blob: string; portal: Portal } | undefined;
  return async () => {
    const file = await repository.at(MAIN, 'portal.yaml');
    if (!file) return UNNAMED;
    if (known?.blob !== file.id) known = { blob: file.id, portal: toPortal(file.bytes.toString('utf8')) };
    return known.portal;
  };
}

function toPortal(text: string): Portal {
  try {
    return shape.safeParse(readYaml(text)).data ?? UNNAMED;
  } catch {
    return UNNAMED;
  }
}
