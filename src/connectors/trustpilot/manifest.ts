import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const WEBHOOK_PASSWORD = 'webhookPassword';
export const API_KEY = 'apiKey';
export const API_SECRET = 'apiSecret';
export const ACCESS_TOKEN = 'accessToken';

/** As the reply field of Trustpilot's own business pages counts. */
export const REPLY_LIMIT = 4096;

const objectId = z.string().regex(/^[0-9a-f]{24}$/);

export const trustpilotSettings = z.strictObject({
  /** The business unit whose reviews are ours: 24 hexadecimal digits. */
  businessUnitId: objectId,
  /** The business user in whose name replies stand, where the application is no user of its own. */
  businessUserId: objectId.optional(),
});

export const trustpilotManifest: ConnectorManifest = {
  network: 'trustpilot',
  capabilities: {
    ingest: ['webhook', 'poll'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    textLimit: { unit: 'characters', max: REPLY_LIMIT },
    replyWindow: null,
  },
  settings: trustpilotSettings,
  secrets: [
    { name: WEBHOOK_PASSWORD, origin: 'generated', isRequired: true, isUrlSafe: true },
    { name: API_KEY, origin: 'entered', isRequired: true },
    { name: API_SECRET, origin: 'entered', isRequired: true },
    { name: ACCESS_TOKEN, origin: 'granted', isRequired: true },
  ],
  identityRealm: 'network',
  tellsSenderOfRefusal: false,
  setup: [
    {
      name: 'application',
      asks: ['businessUnitId', API_KEY, API_SECRET, 'businessUserId'],
      proof: 'credentials',
    },
    { name: 'webhook', shows: ['webhookUrl', `secret:${WEBHOOK_PASSWORD}`], proof: 'signature' },
    { name: 'review', proof: 'message' },
  ],
  pollEverySeconds: 900,
  // Trustpilot asks applications to stay below 833 calls in five minutes.
  rateLimits: [
    { scope: 'read', count: 600, perSeconds: 300 },
    { scope: 'send', count: 100, perSeconds: 300 },
  ],
};
