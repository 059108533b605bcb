import { apiConnector } from './api/connector';
import { blueskyConnector } from './bluesky/connector';
import { chatConnector } from './chat/connector';
import type { Connector } from './contract';
import { discourseConnector } from './discourse/connector';
import { emailConnector } from './email/connector';
import { createFacebookConnector } from './facebook/connector';
import { feedConnector } from './feed/connector';
import { createGoogleBusinessConnector } from './google-business/connector';
import { createInstagramConnector } from './instagram/connector';
import { createLinkedinConnector } from './linkedin/connector';
import { mastodonConnector } from './mastodon/connector';
import { nodebbConnector } from './nodebb/connector';
import { createTelegramConnector } from './telegram/connector';
import { createTrustpilotConnector } from './trustpilot/connector';
import { createWhatsappConnector } from './whatsapp/connector';
import { wordpressConnector } from './wordpress/connector';
import { createXConnector } from './x/connector';

export interface Registry {
  /** The connector of a network, or undefined where Rapport speaks it not (yet) or the name is unknown. */
  get(network: string): Connector | undefined;
  all(): readonly Connector[];
}

/** Where the networks' own APIs answer, without a version or a slash at the end; another place for tests and gateways. */
export interface RegistryOptions {
  graphBaseUrl: string;
  instagramBaseUrl: string;
  instagramLoginBaseUrl: string;
  telegramBaseUrl: string;
  xBaseUrl: string;
  linkedinBaseUrl: string;
  trustpilotBaseUrl: string;
  googleBaseUrl: string;
}

export const OFFICIAL_BASE_URLS: RegistryOptions = {
  graphBaseUrl: 'https://graph.facebook.com',
  instagramBaseUrl: 'https://graph.instagram.com',
  instagramLoginBaseUrl: 'https://api.instagram.com',
  telegramBaseUrl: 'https://api.telegram.org',
  xBaseUrl: 'https://api.x.com',
  linkedinBaseUrl: 'https://api.linkedin.com',
  trustpilotBaseUrl: 'https://api.trustpilot.com',
  googleBaseUrl: 'https://mybusiness.googleapis.com',
};

/** Every connector, one line each. */
export function createRegistry(options: RegistryOptions): Registry {
  const connectors: readonly Connector[] = [
    apiConnector,
    createFacebookConnector(options),
    createWhatsappConnector(options),
    createTelegramConnector(options),
    createInstagramConnector(options),
    discourseConnector,
    emailConnector,
    blueskyConnector,
    mastodonConnector,
    createXConnector(options),
    createTrustpilotConnector(options),
    createGoogleBusinessConnector(options),
    createLinkedinConnector(options),
    nodebbConnector,
    feedConnector,
    wordpressConnector,
    chatConnector,
  ];
  const byNetwork = new Map<string, Connector>(
    connectors.map((connector) => [connector.manifest.network, connector]),
  );
  return { get: (network) => byNetwork.get(network), all: () => connectors };
}
