import type { Connector } from '../contract';
import { checkNodebb } from './check';
import { nodebbManifest } from './manifest';
import { parseNodebbPost } from './parse';
import { pollNodebb } from './poll';
import { sendToNodebb } from './send';

/** A NodeBB forum, asked for its newest topics and posts. */
export const nodebbConnector: Connector = {
  manifest: nodebbManifest,
  verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
  parseInbound: parseNodebbPost,
  poll: pollNodebb,
  send: sendToNodebb,
  check: checkNodebb,
};
