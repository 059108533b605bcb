import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const CLIENT_SECRET = 'clientSecret';
export const CONSUMER_SECRET = 'consumerSecret';
export const ACCESS_TOKEN = 'accessToken';
export const REFRESH_TOKEN = 'refreshToken';

/** Weighted, as `weightedLength` counts. */
export const POST_LIMIT = 280;
export const DIRECT_LIMIT = 10_000;

export const SCOPES = [
  'tweet.read',
  'tweet.write',
  'users.read',
  'dm.read',
  'dm.write',
  'like.write',
  'offline.access',
] as const;

export const xSettings = z.strictObject({
  /** The app's OAuth 2.0 client id. */
  clientId: z.string().min(1).max(200),
  /** The account's numeric id; without it a delivery's own subscriber counts as the brand. */
  userId: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});

export const xManifest: ConnectorManifest = {
  network: 'x',
  capabilities: {
    ingest: ['webhook'],
    reply: true,
    // A private answer would go to whoever began the thread, not surely to whom it is meant for.
    privateReply: false,
    startConversation: true,
    reactions: true,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    textLimit: { unit: 'weighted', max: POST_LIMIT, maxByKind: { direct: DIRECT_LIMIT } },
    replyWindow: null,
  },
  settings: xSettings,
  secrets: [
    { name: CLIENT_SECRET, origin: 'entered', isRequired: true },
    // Signs deliveries of apps that were made before OAuth 2.0.
    { name: CONSUMER_SECRET, origin: 'entered', isRequired: false },
    { name: ACCESS_TOKEN, origin: 'granted', isRequired: false },
    { name: REFRESH_TOKEN, origin: 'granted', isRequired: false },
  ],
  identityRealm: 'network',
  tellsSenderOfRefusal: false,
  setup: [
    {
      name: 'app',
      shows: ['redirectUrl'],
      asks: ['clientId', CLIENT_SECRET, CONSUMER_SECRET],
      link: 'https://console.x.com',
    },
    { name: 'account', scopes: SCOPES, asks: ['userId'], proof: 'grant' },
    {
      name: 'webhook',
      shows: ['webhookUrl'],
      link: 'https://docs.x.com/x-api/webhooks/quickstart',
      proof: 'handshake',
    },
    {
      name: 'subscriptions',
      link: 'https://docs.x.com/x-api/activity/introduction',
      proof: 'signature',
    },
  ],
  // For one user (docs.x.com, read August 2026): 100 posts in 15 minutes. What is left stands in each answer's headers.
  rateLimits: [{ scope: 'send', count: 100, perSeconds: 900 }],
  // Pay per use, as published by X at docs.x.com/x-api/getting-started/pricing in August 2026: events of a webhook
  // are charged like what is read. Current prices stand in the Developer Console.
  costs: [
    { what: 'post_read', amount: 0.005, currency: 'USD' },
    { what: 'direct_read', amount: 0.01, currency: 'USD' },
    { what: 'person_read', amount: 0.01, currency: 'USD' },
    { what: 'post_create', amount: 0.015, currency: 'USD' },
    { what: 'post_create_with_link', amount: 0.2, currency: 'USD' },
    { what: 'direct_create', amount: 0.015, currency: 'USD' },
    { what: 'reaction_create', amount: 0.015, currency: 'USD' },
  ],
};
