import { apiConnector } from './api/connector';
import type { Connector } from './contract';
import { createFacebookConnector } from './facebook/connector';

export interface Registry {
  /** The connector of a network, or undefined where Rapport speaks it not (yet) or the name is unknown. */
  get(network: string): Connector | undefined;
  all(): readonly Connector[];
}

export interface RegistryOptions {
  /** Where Meta's Graph API answers, without a version: `https://graph.facebook.com`. */
  graphBaseUrl: string;
}

/** Every connector, one line each. */
export function createRegistry(options: RegistryOptions): Registry {
  const connectors: readonly Connector[] = [apiConnector, createFacebookConnector(options)];
  const byNetwork = new Map<string, Connector>(
    connectors.map((connector) => [connector.manifest.network, connector]),
  );
  return { get: (network) => byNetwork.get(network), all: () => connectors };
}
