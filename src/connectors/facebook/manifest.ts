import { z } from 'zod';
import type { ConnectorManifest } from '../contract';
import { APP_SECRET, VERIFY_TOKEN } from '../contract/meta/signature';

/** Stands in the name of people whom Messenger does not name. */
export const BRAND = 'Facebook';
export const PAGE_ACCESS_TOKEN = 'pageAccessToken';

export const SCOPES = [
  'pages_manage_metadata',
  'pages_read_engagement',
  'pages_manage_engagement',
  'pages_messaging',
] as const;

export const COMMENT_LIMIT = 8000;
export const MESSENGER_LIMIT = 2000;
export const REPLY_WINDOW_HOURS = 24;
/** With the tag HUMAN_AGENT: seven days. */
export const HUMAN_AGENT_HOURS = 168;

export const facebookSettings = z.strictObject({
  /** The page's numeric id: its deliveries are ours, its messages our own. */
  pageId: z.string().regex(/^\d{1,32}$/),
});

export const facebookManifest: ConnectorManifest = {
  network: 'facebook',
  capabilities: {
    ingest: ['webhook'],
    reply: true,
    privateReply: true,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: {
      maxCount: 1,
      maxBytes: 25_000_000,
      contentTypes: ['image/*', 'video/*', 'audio/*', 'application/pdf', 'text/*'],
      kinds: ['direct'],
    },
    textLimit: { unit: 'characters', max: COMMENT_LIMIT, maxByKind: { direct: MESSENGER_LIMIT } },
    replyWindow: { hours: REPLY_WINDOW_HOURS, kinds: ['direct'], humanAgentHours: HUMAN_AGENT_HOURS },
  },
  settings: facebookSettings,
  secrets: [
    { name: APP_SECRET, origin: 'entered', isRequired: true },
    { name: VERIFY_TOKEN, origin: 'generated', isRequired: true },
    { name: PAGE_ACCESS_TOKEN, origin: 'entered', isRequired: false },
  ],
  // Meta gives people another id at each page.
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'app', link: 'https://developers.facebook.com/apps', asks: [APP_SECRET] },
    { name: 'address', shows: ['webhookUrl', `secret:${VERIFY_TOKEN}`], proof: 'handshake' },
    { name: 'fields', proof: 'signature' },
    { name: 'token', asks: ['pageId', PAGE_ACCESS_TOKEN], scopes: SCOPES, proof: 'credentials' },
    { name: 'comment', proof: 'message' },
  ],
  // 200 calls an hour for each user of the app, as Meta counts them for a page at the least.
  rateLimits: [{ scope: 'send', count: 200, perSeconds: 3600 }],
};
