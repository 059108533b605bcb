import type { Connector } from '../contract';
import { createGraphCall } from '../contract/meta/graph-call';
import { answerMetaHandshake, verifyMetaSignature } from '../contract/meta/signature';
import { createWhatsappCheck } from './check';
import { verdicts } from './error-codes';
import { whatsappManifest } from './manifest';
import { parseWhatsappDelivery } from './parse';
import { createWhatsappResolve } from './resolve';
import { createWhatsappSend } from './send';

/** One phone number of the WhatsApp Cloud API. */
export function createWhatsappConnector(options: { graphBaseUrl: string }): Connector {
  const callGraph = createGraphCall(options.graphBaseUrl, verdicts);
  return {
    manifest: whatsappManifest,
    answerHandshake: answerMetaHandshake,
    verifySignature: verifyMetaSignature,
    parseInbound: parseWhatsappDelivery,
    resolveInbound: createWhatsappResolve(callGraph),
    send: createWhatsappSend(callGraph),
    check: createWhatsappCheck(callGraph),
  };
}
