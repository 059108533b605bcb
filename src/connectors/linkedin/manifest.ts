import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const CLIENT_SECRET = 'clientSecret';
export const ACCESS_TOKEN = 'accessToken';
export const REFRESH_TOKEN = 'refreshToken';

/** LinkedIn names its monthly versions and keeps each for a year at least. */
export const API_VERSION = '202606';
export const COMMENT_LIMIT = 1250;

export const SCOPES = [
  'rw_organization_admin',
  'r_organization_social_feed',
  'w_organization_social_feed',
] as const;

export const linkedinSettings = z.strictObject({
  /** The page's number: `urn:li:organization:<number>`. */
  organizationId: z.string().regex(/^\d{1,20}$/),
  clientId: z.string().min(1).max(200),
});

export const linkedinManifest: ConnectorManifest = {
  network: 'linkedin',
  capabilities: {
    ingest: ['webhook'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    textLimit: { unit: 'characters', max: COMMENT_LIMIT },
    replyWindow: null,
  },
  settings: linkedinSettings,
  secrets: [
    { name: CLIENT_SECRET, origin: 'entered', isRequired: true },
    { name: ACCESS_TOKEN, origin: 'granted', isRequired: false },
    { name: REFRESH_TOKEN, origin: 'granted', isRequired: false },
  ],
  // LinkedIn gives people another id in each app.
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    {
      name: 'app',
      shows: ['redirectUrl'],
      asks: ['clientId', CLIENT_SECRET],
      link: 'https://www.linkedin.com/developers/apps',
    },
    { name: 'page', asks: ['organizationId'] },
    { name: 'account', scopes: SCOPES, proof: 'grant' },
    { name: 'webhook', shows: ['webhookUrl'], proof: 'handshake' },
    { name: 'subscription', proof: 'signature' },
  ],
};
