import type { Connector } from '../contract';
import { createLinkedinAuthorize, createLinkedinRefresh } from './authorize';
import { createLinkedinCheck } from './check';
import { linkedinManifest } from './manifest';
import { parseLinkedinDelivery } from './parse';
import { createLinkedinResolve } from './resolve';
import { createLinkedinSend } from './send';
import { answerLinkedinHandshake, verifyLinkedinSignature } from './signature';

/** A LinkedIn page: comments below its posts, and who names it or passes it on. */
export function createLinkedinConnector({ linkedinBaseUrl }: { linkedinBaseUrl: string }): Connector {
  return {
    manifest: linkedinManifest,
    answerHandshake: answerLinkedinHandshake,
    verifySignature: verifyLinkedinSignature,
    parseInbound: parseLinkedinDelivery,
    resolveInbound: createLinkedinResolve(linkedinBaseUrl),
    send: createLinkedinSend(linkedinBaseUrl),
    check: createLinkedinCheck(linkedinBaseUrl),
    refreshCredentials: createLinkedinRefresh(linkedinBaseUrl),
    authorize: createLinkedinAuthorize(linkedinBaseUrl),
  };
}
