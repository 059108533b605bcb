import type { Connector } from '../contract';
import { chatManifest } from './manifest';
import { parseVisitorMessage } from './parse';
import { chatWidget } from './widget';

/** Chat on the brand's own pages: the network is ours, so a reply has arrived once it counts as sent. */
export const chatConnector: Connector = {
  manifest: chatManifest,
  verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
  parseInbound: parseVisitorMessage,
  // Ending the delivery is an event, and that is what wakes the visitor's stream.
  send: async ({ id }) => ({ outcome: 'sent', externalId: id }),
  widget: chatWidget,
};
