import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { getAttachment } from '@/modules/conversations/queries/get-attachment';
import { deliverToNetwork } from '@/modules/conversations/use-cases/deliver-message';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import { sendMessage } from '@/modules/conversations/use-cases/send-message';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { createOutbound } from '@/platform/http/outbound';
import { poll } from '../factories/asked-channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';
import { type MailServers, startMailServers } from '../servers/mail';

const brand = 'hallo@nordlicht.example';
const anna = 'anna@kunde.example';
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let servers: MailServers;
let workspace: TestWorkspace;
let mira: MemberContext;
let context: TenantContext<null>;
let channelId: string;

beforeAll(async () => {
  servers = await startMailServers({ [brand]: 'geheim', [anna]: 'anna-pw' });
  workspace = await aWorkspace();
  mira = await aMember(workspace, { role: 'admin', name: 'Mira' });
  const system = systemContextOf(workspace);
  context = { ...system, offers: { ...system.offers, outbound } };
  const { imap, smtp } = servers.ports;
  const places = { imapHost: '127.0.0.1', imapPort: imap, smtpHost: '127.0.0.1', smtpPort: smtp };
  const channel = await execute(createChannel, mira, {
    connector: 'email',
    name: 'Post',
    settings: { address: brand, ...places, imapSecurity: 'none', smtpSecurity: 'none' },
    secrets: { password: 'geheim' },
  });
  channelId = channel.id;
  await receive();
}, 180_000);
afterAll(async () => {
  await servers.close();
  await outbound.close();
});

/** As the worker does: ask, then apply. */
async function receive(): Promise<void> {
  await workspace.db.query(sql`UPDATE channel_feeds SET next_at = now()`);
  await poll(context, channelId);
  await drainChannelEvents(context, channelId);
}
const messages = () => workspace.db.models.message.findMany({ orderBy: { sentAt: 'asc' } });
async function receiveUntil(count: number) {
  for (let tries = 0; tries < 50; tries += 1) {
    await receive();
    const all = await messages();
    if (all.length >= count) return all;
    await wait(100);
  }
  throw new Error(`fewer than ${count} messages\n${await servers.logs()}`);
}
function write(mail: object) {
  const transport = createTransport({ host: '127.0.0.1', port: servers.ports.smtp, ignoreTLS: true });
  return transport.sendMail({ from: `Anna Weber <${anna}>`, to: brand, ...mail });
}

it('keeps one conversation from the first mail to the thanks, through servers, worker rules and a restart', async () => {
  const attachments = [{ filename: 'loch.png', content: Buffer.from('png bytes') }];
  await write({
    subject: 'Zelt mit Loch',
    text: 'Mein Zelt hat ein Loch.',
    replyTo: 'Anna.Privat@kunde.example',
    attachments,
  });
  const [question] = await receiveUntil(1);
  const [conversation] = await workspace.db.models.conversation.findMany();
  expect(conversation).toMatchObject({
    subject: 'Zelt mit Loch',
    kind: 'email',
    visibility: 'private',
    status: 'open',
  });
  expect(question).toMatchObject({ text: 'Mein Zelt hat ein Loch.', answerTo: 'anna.privat@kunde.example' });
  const [file] = await workspace.db.models.attachment.findMany();
  const stored = await getAttachment(mira, { attachmentId: file?.id ?? '' });
  expect({ ...stored, bytes: Buffer.from(stored.bytes).toString() }).toMatchObject({
    name: 'loch.png',
    bytes: 'png bytes',
  });

  // The Reply-To has no mailbox here: the answer is refused, and says so.
  await execute(sendMessage, mira, { conversationId: conversation?.id, text: 'Gern!' });
  await deliver();
  expect((await deliveries()).at(-1)).toMatchObject({ state: 'failed', reason: 'recipient_unknown' });
  await workspace.db.query(sql`UPDATE messages SET answer_to = ${anna}`);
  await execute(sendMessage, mira, { conversationId: conversation?.id, text: 'Wir schicken Ersatz.' });
  await deliver();
  expect((await deliveries()).at(-1)).toMatchObject({ state: 'sent' });
  const answer = (await messages()).at(-1);
  expect(answer?.externalId).toBe(`<${answer?.id}@nordlicht.example>`);

  // Anna's program names our answer alone, and repeats it; the mailbox restarts meanwhile.
  await servers.stopMailbox();
  const text = 'Danke!\n\nAm 22.11.2026 um 10:12 schrieb Mira via Nordlicht:\n> Wir schicken Ersatz.';
  await write({ subject: 'AW: Zelt mit Loch', text, inReplyTo: answer?.externalId });
  await receive();
  await servers.startMailbox();
  const all = await receiveUntil(4);
  expect(all.at(-1)).toMatchObject({
    text: 'Danke!',
    quotedText: 'Am 22.11.2026 um 10:12 schrieb Mira via Nordlicht:\n> Wir schicken Ersatz.',
    conversationId: conversation?.id,
    replyToId: answer?.id,
  });

  // Everything fetched again, under new numbers: nothing is doubled, the copy in the Sent folder is no news.
  await servers.stopMailbox();
  await servers.renumber(brand);
  await servers.startMailbox();
  await receive();
  expect(await messages()).toHaveLength(4);
  expect(await workspace.db.models.conversation.count()).toBe(1);
  expect(await workspace.db.models.contact.count()).toBe(1);
});

const deliveries = () => workspace.db.models.delivery.findMany({ orderBy: { id: 'asc' } });
async function deliver(): Promise<void> {
  const due = await workspace.db.query<{ id: string }>(
    sql`UPDATE deliveries SET due_at = now() WHERE state = 'queued' RETURNING id`,
  );
  for (const { id } of due) await deliverToNetwork(context, id);
}
