import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const CLIENT_ID = 'clientId';
export const CLIENT_SECRET = 'clientSecret';
export const ACCESS_TOKEN = 'accessToken';
export const SCOPES = ['read', 'write', 'follow'] as const;

/** As Mastodon ships; an instance may allow more or less, and sending asks it. */
export const DEFAULT_LIMIT = 500;
export const MAX_FILES = 4;
const MAX_FILE_BYTES = 8_000_000;

export const mastodonSettings = z.strictObject({
  /** Where the account lives: `https://mastodon.social`. */
  baseUrl: z.url({ protocol: /^https?$/ }).max(2000),
});

export const mastodonManifest: ConnectorManifest = {
  network: 'mastodon',
  capabilities: {
    ingest: ['poll', 'stream'],
    reply: true,
    privateReply: true,
    startConversation: true,
    reactions: true,
    search: true,
    editOwn: false,
    deleteOwn: false,
    attachments: {
      maxCount: MAX_FILES,
      maxBytes: MAX_FILE_BYTES,
      contentTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'video/mp4', 'audio/mpeg'],
    },
    textLimit: { unit: 'characters', max: DEFAULT_LIMIT },
    replyWindow: null,
  },
  settings: mastodonSettings,
  secrets: [
    // Rapport registers itself at each instance.
    { name: CLIENT_ID, origin: 'granted', isRequired: false },
    { name: CLIENT_SECRET, origin: 'granted', isRequired: false },
    { name: ACCESS_TOKEN, origin: 'granted', isRequired: false },
  ],
  identityRealm: 'network',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'instance', asks: ['baseUrl'] },
    { name: 'account', shows: ['redirectUrl'], scopes: SCOPES, proof: 'grant' },
    { name: 'post', proof: 'message' },
  ],
  pollEverySeconds: 60,
  // docs.joinmastodon.org: 300 requests in five minutes for reading and writing together, 30 files in half an hour.
  rateLimits: [
    { scope: 'send', count: 60, perSeconds: 300 },
    { scope: 'read', count: 60, perSeconds: 300 },
  ],
};
