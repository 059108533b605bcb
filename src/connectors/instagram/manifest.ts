import { z } from 'zod';
import type { ConnectorManifest } from '../contract';
import { APP_SECRET, VERIFY_TOKEN } from '../contract/meta/signature';

/** Of Instagram's own login: 60 days, renewed by itself. */
export const ACCESS_TOKEN = 'accessToken';
/** Of the Facebook page the account is tied to: needed to read mentions, does not end by itself. */
export const PAGE_ACCESS_TOKEN = 'pageAccessToken';
export const BRAND = 'Instagram';

/** Bytes of UTF-8. */
export const DIRECT_LIMIT = 1000;
export const COMMENT_LIMIT = 2200;
export const REPLY_WINDOW_HOURS = 24;
/** With the tag HUMAN_AGENT, and for the one private reply to a comment: seven days. */
export const HUMAN_AGENT_HOURS = 168;
export const LOGIN_SCOPES = [
  'instagram_business_basic',
  'instagram_business_manage_comments',
  'instagram_business_manage_messages',
] as const;
export const PAGE_SCOPES = [
  'instagram_basic',
  'instagram_manage_comments',
  'instagram_manage_messages',
  'pages_manage_metadata',
] as const;

const metaNumber = z.string().regex(/^\d{1,32}$/);
export const instagramSettings = z.strictObject({
  /** The professional account's numeric id: its deliveries are ours, its messages our own. */
  accountId: metaNumber,
  /** The Instagram app's id, for signing in with Instagram. */
  appId: metaNumber.optional(),
});

export const instagramManifest: ConnectorManifest = {
  network: 'instagram',
  capabilities: {
    ingest: ['webhook', 'poll'],
    reply: true,
    privateReply: true,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: {
      maxCount: 1,
      maxBytes: 8_000_000,
      contentTypes: ['image/jpeg', 'image/png', 'image/gif'],
      kinds: ['direct'],
    },
    textLimit: { unit: 'bytes', max: COMMENT_LIMIT, maxByKind: { direct: DIRECT_LIMIT } },
    replyWindow: { hours: REPLY_WINDOW_HOURS, kinds: ['direct'], humanAgentHours: HUMAN_AGENT_HOURS },
  },
  settings: instagramSettings,
  secrets: [
    { name: APP_SECRET, origin: 'entered', isRequired: true },
    { name: VERIFY_TOKEN, origin: 'generated', isRequired: true },
    { name: ACCESS_TOKEN, origin: 'granted', isRequired: false },
    { name: PAGE_ACCESS_TOKEN, origin: 'entered', isRequired: false },
  ],
  // Meta gives people another id at each account.
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'app', link: 'https://developers.facebook.com/apps', asks: ['accountId', 'appId', APP_SECRET] },
    { name: 'address', shows: ['webhookUrl', `secret:${VERIFY_TOKEN}`], proof: 'handshake' },
    { name: 'login', shows: ['redirectUrl'], scopes: LOGIN_SCOPES, proof: 'grant' },
    { name: 'page', asks: [PAGE_ACCESS_TOKEN], scopes: PAGE_SCOPES },
    { name: 'message', proof: 'message' },
  ],
  pollEverySeconds: 900,
  // 100 calls a second for text messages; comments share 200 calls an hour per user of the app.
  rateLimits: [
    { scope: 'send', count: 100, perSeconds: 1 },
    { scope: 'read', count: 200, perSeconds: 3600 },
  ],
};
