import { z } from 'zod';
import type { ConnectorManifest } from '../contract';
import { APP_SECRET, VERIFY_TOKEN } from '../contract/meta/signature';

export const ACCESS_TOKEN = 'accessToken';
export const BRAND = 'WhatsApp';

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;
export const REPLY_WINDOW_HOURS = 24;
export const SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;
/** Documents may have 100 MB; ours are held in memory while they are sent. */
const MAX_FILE_BYTES = 16_000_000;

export const whatsappSettings = z.strictObject({
  /** Meta's id of the number, not the number itself: one account may have several, only this one's messages are ours. */
  phoneNumberId: z.string().regex(/^\d{1,32}$/),
});

export const whatsappManifest: ConnectorManifest = {
  network: 'whatsapp',
  capabilities: {
    ingest: ['webhook'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    templates: true,
    editOwn: false,
    deleteOwn: false,
    attachments: { maxCount: 1, maxBytes: MAX_FILE_BYTES, contentTypes: ['*/*'] },
    textLimit: { unit: 'characters', max: TEXT_LIMIT },
    replyWindow: { hours: REPLY_WINDOW_HOURS, kinds: ['direct'] },
  },
  settings: whatsappSettings,
  secrets: [
    { name: APP_SECRET, origin: 'entered', isRequired: true },
    { name: VERIFY_TOKEN, origin: 'generated', isRequired: true },
    { name: ACCESS_TOKEN, origin: 'entered', isRequired: false },
  ],
  // A phone number is the same person for everybody; the ids that replace it are unique besides.
  identityRealm: 'network',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'app', link: 'https://developers.facebook.com/apps', asks: [APP_SECRET] },
    {
      name: 'number',
      asks: ['phoneNumberId', ACCESS_TOKEN],
      scopes: SCOPES,
      link: 'https://business.facebook.com/settings/system-users',
      proof: 'credentials',
    },
    { name: 'address', shows: ['webhookUrl', `secret:${VERIFY_TOKEN}`], proof: 'handshake' },
    { name: 'fields', proof: 'signature' },
    { name: 'message', proof: 'message' },
  ],
  rateLimits: [{ scope: 'send', count: 80, perSeconds: 1 }],
};
