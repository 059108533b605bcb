import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const CLIENT_SECRET = 'clientSecret';
export const ACCESS_TOKEN = 'accessToken';
export const REFRESH_TOKEN = 'refreshToken';
export const SCOPE = 'https://www.googleapis.com/auth/business.manage';

/** "The maximum length is 4096 bytes." */
export const REPLY_LIMIT = 4096;

const digits = z.string().regex(/^\d{1,30}$/);

export const googleSettings = z.strictObject({
  accountId: digits,
  locationId: digits,
  /** Of the OAuth client in the brand's own Google Cloud project. */
  clientId: z.string().min(1).max(200),
});

/** Where this location's reviews are: `accounts/1/locations/2`. */
export function locationOf({ accountId, locationId }: z.output<typeof googleSettings>): string {
  return `accounts/${accountId}/locations/${locationId}`;
}

export const googleManifest: ConnectorManifest = {
  network: 'google-business',
  capabilities: {
    ingest: ['poll'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    textLimit: { unit: 'bytes', max: REPLY_LIMIT },
    replyWindow: null,
  },
  settings: googleSettings,
  secrets: [
    { name: CLIENT_SECRET, origin: 'entered', isRequired: true },
    { name: ACCESS_TOKEN, origin: 'granted', isRequired: false },
    { name: REFRESH_TOKEN, origin: 'granted', isRequired: false },
  ],
  // A reviewer has no id: it is made from the review's, which belongs to one location.
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    {
      name: 'client',
      shows: ['redirectUrl'],
      asks: ['clientId', CLIENT_SECRET],
      link: 'https://console.cloud.google.com/apis/credentials',
    },
    { name: 'location', asks: ['accountId', 'locationId'] },
    { name: 'consent', scopes: [SCOPE], proof: 'grant' },
    { name: 'review', proof: 'message' },
  ],
  pollEverySeconds: 300,
  // 300 queries a minute and project; a project may serve several locations.
  rateLimits: [
    { scope: 'read', count: 60, perSeconds: 60 },
    { scope: 'send', count: 30, perSeconds: 60 },
  ],
};
