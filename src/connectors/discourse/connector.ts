import type { Connector } from '../contract';
import { checkDiscourse } from './check';
import { discourseManifest } from './manifest';
import { parseDiscourseDelivery } from './parse';
import { pollDiscourse } from './poll';
import { sendToDiscourse } from './send';
import { verifyDiscourseSignature } from './signature';

/** A Discourse forum: its topics, posts and private messages. */
export const discourseConnector: Connector = {
  manifest: discourseManifest,
  verifySignature: verifyDiscourseSignature,
  parseInbound: parseDiscourseDelivery,
  poll: pollDiscourse,
  send: sendToDiscourse,
  check: checkDiscourse,
};
