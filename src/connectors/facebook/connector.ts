import type { Connector } from '../contract';
import { facebookManifest } from './manifest';
import { parseFacebookDelivery } from './parse';
import { createGraphSend } from './send';
import { answerFacebookHandshake, verifyFacebookSignature } from './signature';

/** A Facebook page: its feed, mentions, reviews and Messenger. */
export function createFacebookConnector(options: { graphBaseUrl: string }): Connector {
  return {
    manifest: facebookManifest,
    answerHandshake: answerFacebookHandshake,
    verifySignature: verifyFacebookSignature,
    parseInbound: parseFacebookDelivery,
    send: createGraphSend(options.graphBaseUrl),
  };
}
