import type { Connector } from '../contract';
import { answerMetaHandshake, verifyMetaSignature } from '../contract/meta/signature';
import { createAccess, type InstagramHosts } from './access';
import { createAuthorize, createRefresh, type LoginHosts } from './authorize';
import { createInstagramCheck } from './check';
import { instagramManifest } from './manifest';
import { parseInstagramDelivery } from './parse';
import { createInstagramPoll } from './poll';
import { createInstagramResolve } from './resolve';
import { createInstagramSend } from './send';

/** A professional account: comments, mentions and messages. */
export function createInstagramConnector(hosts: InstagramHosts & LoginHosts): Connector {
  const accessOf = createAccess(hosts);
  return {
    manifest: instagramManifest,
    answerHandshake: answerMetaHandshake,
    verifySignature: verifyMetaSignature,
    parseInbound: parseInstagramDelivery,
    resolveInbound: createInstagramResolve(accessOf),
    poll: createInstagramPoll(accessOf),
    send: createInstagramSend(accessOf),
    check: createInstagramCheck(accessOf, hosts),
    refreshCredentials: createRefresh(hosts),
    authorize: createAuthorize(hosts),
  };
}
