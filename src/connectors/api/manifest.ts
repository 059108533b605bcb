import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const SIGNING_SECRET = 'signingSecret';

export const apiSettings = z.strictObject({
  /** Where replies are delivered; without it the channel only listens. */
  callbackUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .optional(),
});

export const apiManifest: ConnectorManifest = {
  network: 'api',
  capabilities: {
    ingest: ['webhook'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: {
      maxCount: 10,
      maxBytes: 25_000_000,
      contentTypes: ['image/*', 'video/*', 'audio/*', 'application/pdf', 'text/*'],
    },
    textLimit: { unit: 'characters', max: 100_000 },
    replyWindow: null,
  },
  settings: apiSettings,
  secrets: [{ name: SIGNING_SECRET, origin: 'generated', prefix: 'whsec_', isRequired: true }],
  // Two integrations may both call somebody "user-1".
  identityRealm: 'channel',
  tellsSenderOfRefusal: true,
};
