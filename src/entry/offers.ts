import { createRegistry, type Registry, type RegistryOptions } from '@/connectors/registry';
import { isAllowed } from '@/modules/workspaces/policy';
import type { ContextOffers } from '@/platform/context/context';
import { env } from '@/platform/env';
import { createOutbound, type Outbound } from '@/platform/http/outbound';
import { catalogueFor } from './catalogue';
import { withDemoNetwork } from './demo-network';

declare module '@/platform/context/context' {
  interface ContextOffers {
    /** Every connector by its network. */
    connectors: Registry;
    /** The doors of every connection to an address that a person or a payload gave. */
    outbound: Outbound;
    /** The fields a predicate over this subject may name. */
    catalogueFor: typeof catalogueFor;
    /** The policy table, for decisions finer than a use-case's own permission. */
    isAllowed: typeof isAllowed;
  }
}

let made: ContextOffers | undefined;

/** Made once per process: what modules get in their context because the import rules keep them from it. */
export function offers(): ContextOffers {
  made ??= {
    connectors: createRegistry(baseUrls()),
    outbound: withDemoNetwork(createOutbound({ allow: env().OUTBOUND_ALLOW })),
    catalogueFor,
    isAllowed,
  };
  return made;
}

function baseUrls(): RegistryOptions {
  const settings = env();
  return {
    graphBaseUrl: settings.GRAPH_BASE_URL,
    instagramBaseUrl: settings.INSTAGRAM_BASE_URL,
    instagramLoginBaseUrl: settings.INSTAGRAM_LOGIN_BASE_URL,
    telegramBaseUrl: settings.TELEGRAM_BASE_URL,
    xBaseUrl: settings.X_BASE_URL,
    linkedinBaseUrl: settings.LINKEDIN_BASE_URL,
    trustpilotBaseUrl: settings.TRUSTPILOT_BASE_URL,
    googleBaseUrl: settings.GOOGLE_BASE_URL,
  };
}
