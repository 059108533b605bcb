import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const WEBHOOK_SECRET = 'webhookSecret';
export const API_KEY = 'apiKey';

/** `max_post_length` as Discourse ships; a forum may set its own, and says so when it refuses. */
export const POST_LIMIT = 32_000;

export const discourseSettings = z.strictObject({
  /** Where the forum answers, with the folder it may lie in. */
  baseUrl: z.url({ protocol: /^https?$/ }).max(2000),
  /** The account that answers: its posts are the brand's own. */
  username: z.string().min(1).max(60),
});

export const discourseManifest: ConnectorManifest = {
  network: 'discourse',
  capabilities: {
    ingest: ['webhook', 'poll'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    textLimit: { unit: 'characters', max: POST_LIMIT },
    replyWindow: null,
  },
  settings: discourseSettings,
  secrets: [
    { name: WEBHOOK_SECRET, origin: 'generated', isRequired: true },
    { name: API_KEY, origin: 'entered', isRequired: true },
  ],
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'forum', asks: ['baseUrl', 'username'] },
    { name: 'key', asks: [API_KEY], proof: 'credentials' },
    { name: 'webhook', shows: ['webhookUrl', `secret:${WEBHOOK_SECRET}`], proof: 'signature' },
    { name: 'post', proof: 'message' },
  ],
  pollEverySeconds: 300,
  // max_admin_api_reqs_per_minute (60), shared by reading and answering; a quarter is left for others.
  rateLimits: [
    { scope: 'send', count: 20, perSeconds: 60 },
    { scope: 'read', count: 25, perSeconds: 60 },
  ],
};
