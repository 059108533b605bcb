import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import {
  aChannel,
  aContact,
  aConversation,
  aMessage,
  trailOf,
} from '../../../../tests/factories/conversations';
import { aMember, aWorkspace, type TestWorkspace } from '../../../../tests/factories/workspaces';
import { listConversationsInput } from '../contract';
import { getConversation, listMessages } from '../queries/get-conversation';
import { getViewCounts } from '../queries/get-view-counts';
import { listConversations } from '../queries/list-conversations';
import { cancelMessage } from './cancel-message';
import { retryMessage } from './retry-message';
import { sendMessage } from './send-message';

let workspace: TestWorkspace;
let mira: MemberContext;
let tom: MemberContext;
let channelId: string;
let conversationId: string;
let question: string;
const asked = new Date(Date.now() - 3_600_000);

async function aThread(
  overrides: { connector?: string; network?: string; kind?: string; visibility?: string; sentAt?: Date } = {},
) {
  const sentAt = overrides.sentAt ?? asked;
  channelId = await aChannel(workspace, overrides);
  const contactId = await aContact(workspace);
  conversationId = await aConversation(workspace, {
    channelId,
    contactId,
    waitingSince: sentAt,
    attentionAt: sentAt,
    lastMessageAt: sentAt,
    ...(overrides.kind && { kind: overrides.kind }),
    ...(overrides.visibility && { visibility: overrides.visibility }),
  });
  question = await aMessage(workspace, {
    conversationId,
    channelId,
    contactId,
    sentAt,
    text: 'Is it waterproof?',
  });
  await workspace.db.query(
    sql`UPDATE conversations SET preview = 'Is it waterproof?', message_count = 1 WHERE id = ${conversationId}`,
  );
}

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { name: 'Mira' });
  tom = await aMember(workspace, { name: 'Tom' });
  await aThread();
});

const send = (context: MemberContext, raw: object) =>
  execute(sendMessage, context, { conversationId, text: 'Yes, it is.', ...raw });
const detail = () => getConversation(mira, { conversationId });
const jobs = async () =>
  (
    await workspace.db.query<{ name: string }>(sql`SELECT task_identifier AS name FROM graphile_worker.jobs`)
  ).map(({ name }) => name);

describe('an answer', () => {
  it('is written once, takes the conversation, and waits five seconds', async () => {
    const messageId = newId();
    const message = await send(mira, { messageId, lastSeenMessageId: question, replyToId: question });
    expect(message).toMatchObject({
      id: messageId,
      direction: 'outbound',
      kind: 'comment',
      replyToId: question,
      author: { name: 'Mira' },
      send: { state: 'queued' },
    });
    expect(Date.parse(message.send?.dueAt ?? '') - Date.now()).toBeGreaterThan(3000);
    expect(await send(mira, { messageId })).toEqual(message);
    expect(await detail()).toMatchObject({
      assignee: { name: 'Mira' },
      waitingSince: null,
      preview: 'Yes, it is.',
      previewDirection: 'outbound',
      messageCount: 2,
      isUnread: false,
    });
    expect((await getViewCounts(mira)).standard).toMatchObject({ mine: 1, unassigned: 0, open: 1 });
    expect(await jobs()).toContain('deliver-message');
    const { events, audits } = await trailOf(workspace);
    expect(events).toEqual(['message.created', 'conversation.changed']);
    expect(audits).toEqual(['conversations.reply']);
    await expect(send(tom, { messageId })).rejects.toThrow('message_id_taken');
  });

  it('is asked about when somebody answered in between, of two at once exactly one is', async () => {
    const both = await Promise.allSettled([
      send(mira, { lastSeenMessageId: question }),
      send(tom, { lastSeenMessageId: question }),
    ]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'conflict', reason: 'someone_answered' });
    const second = both[0]?.status === 'rejected' ? mira : tom;
    await send(second, { lastSeenMessageId: question, sendAnyway: true });
    expect((await detail()).messageCount).toBe(3);
  });

  it('taken back leaves everything as it was', async () => {
    const before = await detail();
    const { id: messageId } = await send(mira, {});
    await expect(execute(cancelMessage, tom, { conversationId, messageId })).rejects.toThrow(
      'not_your_message',
    );
    expect(await execute(cancelMessage, mira, { conversationId, messageId })).toMatchObject({
      send: { state: 'cancelled' },
    });
    const after = await detail();
    expect(after).toMatchObject({
      assignee: null,
      preview: before.preview,
      waitingSince: before.waitingSince,
      messageCount: 1,
      firstResponseAt: null,
      lastMessageAt: before.lastMessageAt,
    });
    expect((await getViewCounts(mira)).standard).toMatchObject({ mine: 0, unassigned: 1 });
    expect((await listMessages(mira, { conversationId, limit: 50 })).data.map(({ id }) => id)).toEqual([
      question,
    ]);
    await execute(cancelMessage, mira, { conversationId, messageId });
  });

  it('on its way is not taken back, given up it is sent again', async () => {
    const { id: messageId } = await send(mira, {});
    await expect(execute(retryMessage, mira, { conversationId, messageId })).rejects.toThrow('not_failed');
    await workspace.db.query(
      sql`UPDATE deliveries SET attempts = 1, state = 'failed', reason = 'gave_up' WHERE message_id = ${messageId}`,
    );
    await workspace.db.query(sql`UPDATE messages SET send_state = 'failed' WHERE id = ${messageId}`);
    await expect(execute(cancelMessage, mira, { conversationId, messageId })).rejects.toThrow('already_sent');
    expect(await execute(retryMessage, tom, { conversationId, messageId })).toMatchObject({
      send: { state: 'queued', reason: null, attempts: 0 },
    });
  });

  it('keeps to what the network allows', async () => {
    await aThread({
      connector: 'facebook',
      kind: 'direct',
      visibility: 'private',
      sentAt: new Date(Date.now() - 8 * 86_400_000),
    });
    expect((await detail()).reply).toMatchObject({ canReply: false, refusedReason: 'reply_window_closed' });
    await expect(send(mira, {})).rejects.toThrow('reply_window_closed');
    await aThread({ connector: 'facebook', kind: 'direct', visibility: 'private' });
    await expect(send(mira, { text: 'x'.repeat(2001) })).rejects.toMatchObject({
      fields: [{ path: 'text', reason: 'too_long', params: { maximum: 2000 } }],
    });
    expect(await send(mira, { text: 'x'.repeat(2000) })).toMatchObject({
      kind: 'direct',
      visibility: 'private',
    });
    await aThread({ connector: 'facebook' });
    expect(await send(mira, { mode: 'private' })).toMatchObject({ kind: 'direct', visibility: 'private' });
    await expect(send(mira, { mentions: [tom.actor.memberId] })).rejects.toThrow('invalid_input');
  });

  it('is not written into another workspace', async () => {
    const stranger = await aMember(await aWorkspace());
    await expect(send(stranger, {})).rejects.toThrow('conversation_not_found');
    await expect(getConversation(stranger, { conversationId })).rejects.toThrow('conversation_not_found');
    await expect(listMessages(stranger, { conversationId, limit: 5 })).rejects.toThrow(
      'conversation_not_found',
    );
  });
});

it('a note calls colleagues in and changes nothing of the wait', async () => {
  const before = await detail();
  const note = await send(mira, { mode: 'note', text: 'Can you help, Tom?', mentions: [tom.actor.memberId] });
  expect(note).toMatchObject({
    kind: 'note',
    visibility: 'internal',
    send: null,
    mentions: [{ name: 'Tom' }],
  });
  expect(await detail()).toMatchObject({
    preview: before.preview,
    waitingSince: before.waitingSince,
    assignee: null,
  });
  expect((await getViewCounts(tom)).standard.mentions).toBe(1);
  const { data } = await listConversations(tom, listConversationsInput.parse({ view: 'mentions' }));
  expect(data.map(({ id }) => id)).toEqual([conversationId]);
  expect((await getViewCounts(mira)).standard.mentions).toBe(0);
});
