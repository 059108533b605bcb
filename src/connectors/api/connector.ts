import type { Connector } from '../contract';
import { apiManifest } from './manifest';
import { parseApiDelivery } from './parse';
import { sendToCallback } from './send';
import { verifyApiSignature } from './signature';

/** The signed inbound webhook for integrators (Standard Webhooks), with a callback for replies. */
export const apiConnector: Connector = {
  manifest: apiManifest,
  verifySignature: verifyApiSignature,
  parseInbound: parseApiDelivery,
  send: sendToCallback,
};
