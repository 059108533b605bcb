import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const BOT_TOKEN = 'botToken';
export const SECRET_TOKEN = 'secretToken';

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

export const telegramManifest: ConnectorManifest = {
  network: 'telegram',
  capabilities: {
    ingest: ['poll', 'webhook'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: true,
    editOwn: false,
    deleteOwn: false,
    attachments: { maxCount: 1, maxBytes: 50_000_000, contentTypes: ['*/*'] },
    textLimit: { unit: 'characters', max: TEXT_LIMIT },
    replyWindow: null,
  },
  settings: z.strictObject({}),
  secrets: [
    { name: BOT_TOKEN, origin: 'entered', isRequired: true },
    // Telegram takes letters, digits, `-` and `_` only.
    { name: SECRET_TOKEN, origin: 'generated', isRequired: true, isUrlSafe: true },
  ],
  identityRealm: 'network',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'bot', link: 'https://t.me/BotFather', asks: [BOT_TOKEN], proof: 'credentials' },
    { name: 'groups', link: 'https://core.telegram.org/bots/features#privacy-mode' },
    {
      name: 'webhook',
      link: 'https://core.telegram.org/bots/api#setwebhook',
      shows: ['webhookUrl', `secret:${SECRET_TOKEN}`],
    },
    { name: 'message', proof: 'message' },
  ],
  pollEverySeconds: 5,
  // Besides, one a second to one chat and 20 a minute to one group: there Telegram itself says how long to wait.
  rateLimits: [{ scope: 'send', count: 30, perSeconds: 1 }],
};
