import type { Connector } from '../contract';
import { createGoogleAuthorize, createGoogleRefresh } from './authorize';
import { createGoogleCheck } from './check';
import { googleManifest } from './manifest';
import { parseGoogleReview } from './parse';
import { createGooglePoll } from './poll';
import { createGoogleSend } from './send';

/** Reviews of one place in a Google Business Profile. @param googleBaseUrl for example `https://mybusiness.googleapis.com` */
export function createGoogleBusinessConnector({ googleBaseUrl }: { googleBaseUrl: string }): Connector {
  return {
    manifest: googleManifest,
    verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
    parseInbound: parseGoogleReview,
    poll: createGooglePoll(googleBaseUrl),
    send: createGoogleSend(googleBaseUrl),
    check: createGoogleCheck(googleBaseUrl),
    refreshCredentials: createGoogleRefresh(googleBaseUrl),
    authorize: createGoogleAuthorize(googleBaseUrl),
  };
}
