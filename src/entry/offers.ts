import { createRegistry, type Registry } from '@/connectors/registry';
import type { ContextOffers } from '@/platform/context/context';
import { env } from '@/platform/env';

declare module '@/platform/context/context' {
  interface ContextOffers {
    /** Every connector by its network. */
    connectors: Registry;
  }
}

let made: ContextOffers | undefined;

/** Made once per process: what modules get in their context because the import rules keep them from it. */
export function offers(): ContextOffers {
  made ??= { connectors: createRegistry({ graphBaseUrl: env().GRAPH_BASE_URL }) };
  return made;
}
