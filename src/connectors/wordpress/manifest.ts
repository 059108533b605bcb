import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const APPLICATION_PASSWORD = 'applicationPassword';
/** What WordPress's column holds, bytes, after signs with a meaning in HTML were written out. */
export const COMMENT_LIMIT = 65_525;

export const wordpressSettings = z.strictObject({
  /** Where the site is, with the folder it may lie in. */
  siteUrl: z.url({ protocol: /^https?$/ }).max(2000),
  /** The user that answers: its comments are the brand's own. */
  username: z.string().min(1).max(60),
});

export const wordpressManifest: ConnectorManifest = {
  network: 'wordpress',
  capabilities: {
    ingest: ['poll'],
    reply: true,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    textLimit: { unit: 'bytes', max: COMMENT_LIMIT },
    replyWindow: null,
  },
  settings: wordpressSettings,
  secrets: [{ name: APPLICATION_PASSWORD, origin: 'entered', isRequired: true }],
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'site', asks: ['siteUrl', 'username'] },
    { name: 'password', asks: [APPLICATION_PASSWORD], proof: 'credentials' },
    { name: 'comment', proof: 'message' },
  ],
  pollEverySeconds: 120,
  // `comment_flood`: fifteen seconds between two comments of one author; moderators are let through.
  rateLimits: [{ scope: 'send', count: 4, perSeconds: 60 }],
};
