import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const APP_PASSWORD = 'appPassword';

/** Graphemes. */
export const POST_LIMIT = 300;
export const MAX_IMAGES = 4;
export const MAX_IMAGE_BYTES = 1_000_000;
const DEFAULT_SERVICE = 'https://bsky.social';

export const blueskySettings = z.strictObject({
  /** The account's handle, with or without `@`. */
  handle: z.string().min(3).max(254),
  /** Where the account lives, if not at Bluesky itself. */
  serviceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});

/** Where and as whom a channel speaks; null where its settings say neither. */
export function placeOf(
  settings: Readonly<Record<string, unknown>>,
): { base: string; handle: string } | null {
  const known = blueskySettings.safeParse(settings).data;
  if (!known) return null;
  return {
    base: (known.serviceUrl ?? DEFAULT_SERVICE).replace(/\/+$/, ''),
    handle: known.handle.trim().replace(/^@/, ''),
  };
}

export const blueskyManifest: ConnectorManifest = {
  network: 'bluesky',
  capabilities: {
    ingest: ['poll'],
    reply: true,
    privateReply: false,
    startConversation: true,
    reactions: true,
    search: true,
    editOwn: false,
    deleteOwn: false,
    attachments: {
      maxCount: MAX_IMAGES,
      maxBytes: MAX_IMAGE_BYTES,
      contentTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    },
    textLimit: { unit: 'graphemes', max: POST_LIMIT },
    replyWindow: null,
  },
  settings: blueskySettings,
  secrets: [{ name: APP_PASSWORD, origin: 'entered', isRequired: true }],
  identityRealm: 'network',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'account', asks: ['handle', 'serviceUrl'] },
    {
      name: 'password',
      asks: [APP_PASSWORD],
      link: 'https://bsky.app/settings/app-passwords',
      proof: 'credentials',
    },
    { name: 'post', proof: 'message' },
  ],
  pollEverySeconds: 60,
  // docs.bsky.app: 5,000 points an hour and 35,000 a day, three for each record; 3,000 requests in five minutes, of
  // which one asking makes up to three.
  rateLimits: [
    { scope: 'send', count: 1600, perSeconds: 3600 },
    { scope: 'send', count: 11_000, perSeconds: 86_400 },
    { scope: 'read', count: 900, perSeconds: 300 },
  ],
};
