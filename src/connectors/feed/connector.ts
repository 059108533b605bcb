import type { Connector } from '../contract';
import { checkFeed } from './check';
import { feedManifest } from './manifest';
import { parseFeedBody } from './parse';
import { pollFeed } from './poll';

/** A blog or news feed: RSS, Atom or JSON Feed. Nothing is answered there. */
export const feedConnector: Connector = {
  manifest: feedManifest,
  verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
  parseInbound: parseFeedBody,
  poll: pollFeed,
  send: async () => ({ outcome: 'failed', reason: 'replies_unsupported' }),
  check: checkFeed,
};
