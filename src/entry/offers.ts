import { createRegistry, type Registry } from '@/connectors/registry';
import { isAllowed } from '@/modules/workspaces/policy';
import type { ContextOffers } from '@/platform/context/context';
import { env } from '@/platform/env';
import { createOutboundHttp, type OutboundHttp } from '@/platform/http/outbound';
import { catalogueFor } from './catalogue';
import { withDemoNetwork } from './demo-network';

declare module '@/platform/context/context' {
  interface ContextOffers {
    /** Every connector by its network. */
    connectors: Registry;
    /** The door of every request to an address that a person or a payload gave. */
    http: OutboundHttp;
    /** The fields a predicate over this subject may name. */
    catalogueFor: typeof catalogueFor;
    /** The policy table, for decisions finer than a use-case's own permission. */
    isAllowed: typeof isAllowed;
  }
}

let made: ContextOffers | undefined;

/** Made once per process: what modules get in their context because the import rules keep them from it. */
export function offers(): ContextOffers {
  const { GRAPH_BASE_URL, OUTBOUND_ALLOW } = env();
  made ??= {
    connectors: createRegistry({ graphBaseUrl: GRAPH_BASE_URL }),
    http: withDemoNetwork(createOutboundHttp({ allow: OUTBOUND_ALLOW })),
    catalogueFor,
    isAllowed,
  };
  return made;
}
