import type { Connector } from '../contract';
import { createTrustpilotCheck } from './check';
import { trustpilotManifest } from './manifest';
import { parseTrustpilot } from './parse';
import { createTrustpilotPoll } from './poll';
import { createTrustpilotRefresh } from './refresh';
import { createTrustpilotResolve } from './resolve';
import { createTrustpilotSend } from './send';
import { verifyTrustpilotPassword } from './signature';

/** Reviews of one business at Trustpilot. @param trustpilotBaseUrl for example `https://api.trustpilot.com` */
export function createTrustpilotConnector({ trustpilotBaseUrl }: { trustpilotBaseUrl: string }): Connector {
  return {
    manifest: trustpilotManifest,
    verifySignature: verifyTrustpilotPassword,
    parseInbound: parseTrustpilot,
    resolveInbound: createTrustpilotResolve(trustpilotBaseUrl),
    poll: createTrustpilotPoll(trustpilotBaseUrl),
    send: createTrustpilotSend(trustpilotBaseUrl),
    check: createTrustpilotCheck(trustpilotBaseUrl),
    refreshCredentials: createTrustpilotRefresh(trustpilotBaseUrl),
  };
}
