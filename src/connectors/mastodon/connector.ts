import type { Connector } from '../contract';
import { mastodonAuthorize } from './authorize';
import { checkMastodon } from './check';
import { listenToMastodon } from './listen';
import { mastodonManifest } from './manifest';
import { parseMastodonStatus } from './parse';
import { pollMastodon } from './poll';
import { reactOnMastodon } from './react';
import { sendToMastodon } from './send';

/** An account on Mastodon, or on what speaks its API: GoToSocial, Pleroma, Akkoma. */
export const mastodonConnector: Connector = {
  manifest: mastodonManifest,
  verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
  parseInbound: parseMastodonStatus,
  poll: pollMastodon,
  listen: listenToMastodon,
  send: sendToMastodon,
  react: reactOnMastodon,
  check: checkMastodon,
  authorize: mastodonAuthorize,
};
