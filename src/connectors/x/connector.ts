import type { Connector } from '../contract';
import { createXAuthorize, createXRefresh } from './authorize';
import { createXCheck } from './check';
import { xManifest } from './manifest';
import { parseXDelivery } from './parse';
import { createXReact, createXSend } from './send';
import { answerXHandshake, verifyXSignature } from './signature';

/** An account on X: mentions, answers and direct messages by the X Activity API. */
export function createXConnector({ xBaseUrl }: { xBaseUrl: string }): Connector {
  return {
    manifest: xManifest,
    answerHandshake: answerXHandshake,
    verifySignature: verifyXSignature,
    parseInbound: parseXDelivery,
    send: createXSend(xBaseUrl),
    react: createXReact(xBaseUrl),
    check: createXCheck(xBaseUrl),
    refreshCredentials: createXRefresh(xBaseUrl),
    authorize: createXAuthorize(xBaseUrl),
  };
}
