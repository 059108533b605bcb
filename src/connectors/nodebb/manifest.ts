import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const API_TOKEN = 'apiToken';
/** `maximumPostLength` as NodeBB ships; a forum may set its own, and says so when it refuses. */
export const POST_LIMIT = 32_767;

export const nodebbSettings = z.strictObject({
  /** Where the forum answers, with the folder it may lie in. */
  baseUrl: z.url({ protocol: /^https?$/ }).max(2000),
  /** The account the token belongs to: its posts are the brand's own. */
  username: z.string().min(1).max(60),
});

export const nodebbManifest: ConnectorManifest = {
  network: 'nodebb',
  capabilities: {
    ingest: ['poll'],
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
  settings: nodebbSettings,
  secrets: [{ name: API_TOKEN, origin: 'entered', isRequired: true }],
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'forum', asks: ['baseUrl', 'username'] },
    { name: 'token', asks: [API_TOKEN], proof: 'credentials' },
    { name: 'post', proof: 'message' },
  ],
  pollEverySeconds: 120,
  // `postDelay`: ten seconds between two posts of one account.
  rateLimits: [
    { scope: 'send', count: 1, perSeconds: 10 },
    { scope: 'read', count: 60, perSeconds: 60 },
  ],
};
