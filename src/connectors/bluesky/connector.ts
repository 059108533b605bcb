import type { Connector } from '../contract';
import { checkBluesky } from './check';
import { blueskyManifest } from './manifest';
import { parseBlueskyPost } from './parse';
import { pollBluesky } from './poll';
import { reactOnBluesky } from './react';
import { sendToBluesky } from './send';

/** An account on Bluesky, or on another server of its network: mentions, answers, quotes, and what its search finds. */
export const blueskyConnector: Connector = {
  manifest: blueskyManifest,
  verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
  parseInbound: parseBlueskyPost,
  poll: pollBluesky,
  send: sendToBluesky,
  react: reactOnBluesky,
  check: checkBluesky,
};
