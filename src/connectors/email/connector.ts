import type { Connector } from '../contract';
import { isRecord, readJson } from '../contract/read-json';
import { checkMailbox } from './check';
import { listenToMailbox } from './listen';
import { emailManifest } from './manifest';
import { parseMail } from './parse';
import { pollMailbox, recordOf } from './poll';
import { sendMail } from './send';

/** A mailbox: IMAP for what comes, SMTP for what goes. */
export const emailConnector: Connector = {
  manifest: emailManifest,
  verifySignature: () => ({ ok: false, reason: 'no_webhook' }),
  parseInbound: parseMail,
  readRecorded: async (bytes) => {
    // What was stored is already taken apart.
    if (isRecord(readJson(bytes))) return bytes;
    const { body } = await recordOf(bytes, { receivedAt: new Date(), isInSentFolder: false });
    return Buffer.from(JSON.stringify(body));
  },
  poll: pollMailbox,
  listen: listenToMailbox,
  send: sendMail,
  check: checkMailbox,
};
