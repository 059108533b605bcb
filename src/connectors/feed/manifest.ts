import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const feedSettings = z.strictObject({
  /** A feed, or a page that names its feed. */
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** `own`: the brand's own posts; `others`: somebody writes about it, and nobody addressed us. */
  role: z.enum(['own', 'others']).default('others'),
});

export const SHORTEST_PAUSE_SECONDS = 900;

export const feedManifest: ConnectorManifest = {
  network: 'feed',
  capabilities: {
    ingest: ['poll'],
    reply: false,
    privateReply: false,
    startConversation: false,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    attachments: null,
    // Nothing is sent; the contract wants a limit.
    textLimit: { unit: 'characters', max: 1 },
    replyWindow: null,
  },
  settings: feedSettings,
  secrets: [],
  identityRealm: 'channel',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'address', asks: ['url', 'role'], proof: 'credentials' },
    { name: 'entry', proof: 'message' },
  ],
  pollEverySeconds: SHORTEST_PAUSE_SECONDS,
};
