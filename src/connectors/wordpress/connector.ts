import type { Connector } from '../contract';
import { checkWordpress } from './check';
import { wordpressManifest } from './manifest';
import { parseWordpressComment } from './parse';
import { pollWordpress } from './poll';
import { sendToWordpress } from './send';

/** Comments of a WordPress site, asked for by its REST API. */
export const wordpressConnector: Connector = {
  manifest: wordpressManifest,
  verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
  parseInbound: parseWordpressComment,
  poll: pollWordpress,
  send: sendToWordpress,
  check: checkWordpress,
};
