import type { Connector } from '../contract';
import { answerMetaHandshake, verifyMetaSignature } from '../contract/meta/signature';
import { createFacebookCheck } from './check';
import { facebookManifest } from './manifest';
import { parseFacebookDelivery } from './parse';
import { createGraphSend } from './send';

/** A Facebook page: its feed, mentions, reviews and Messenger. */
export function createFacebookConnector(options: { graphBaseUrl: string }): Connector {
  return {
    manifest: facebookManifest,
    answerHandshake: answerMetaHandshake,
    verifySignature: verifyMetaSignature,
    parseInbound: parseFacebookDelivery,
    send: createGraphSend(options.graphBaseUrl),
    check: createFacebookCheck(options.graphBaseUrl),
  };
}
