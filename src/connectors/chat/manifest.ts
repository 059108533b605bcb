import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const TEXT_LIMIT = 4000;
const MAX_ORIGINS = 20;

/** What a browser sends as `Origin`: scheme, host and a port that is not the usual one; nothing behind it. */
function isOrigin(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

/** A form gives one text, the API a list. */
const origins = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value),
  z
    .array(z.string().max(300))
    .min(1)
    .max(MAX_ORIGINS)
    .refine((values) => values.every(isOrigin), { error: 'invalid_origin' }),
);

const words = z.string().trim().min(1).max(500).optional();

export const chatSettings = z.strictObject({
  /** Pages of these origins may show the widget; every other gets nothing. */
  allowedOrigins: origins,
  /** Whose chat it is, at the head of the widget. */
  title: z.string().trim().min(1).max(60),
  accentColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
  privacyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  greetingDe: words,
  greetingEn: words,
  offlineDe: words,
  offlineEn: words,
});

export const chatManifest: ConnectorManifest = {
  network: 'chat',
  capabilities: {
    ingest: ['widget'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    textLimit: { unit: 'characters', max: TEXT_LIMIT },
    replyWindow: null,
  },
  settings: chatSettings,
  secrets: [],
  // A visitor is known by what one browser keeps for one channel.
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'site', asks: ['allowedOrigins', 'title', 'accentColor', 'privacyUrl'] },
    { name: 'words', asks: ['greetingDe', 'greetingEn', 'offlineDe', 'offlineEn'] },
    { name: 'embed', shows: ['embedCode'], proof: 'message' },
  ],
};
