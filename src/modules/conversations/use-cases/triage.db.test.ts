import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { aChannel, aConversation, aMessage, aTag, trailOf } from '../../../../tests/factories/conversations';
import {
  aMember,
  aWorkspace,
  systemContextOf,
  type TestWorkspace,
} from '../../../../tests/factories/workspaces';
import type { TriageAction } from '../contract';
import { getConversation, listMessages } from '../queries/get-conversation';
import { getViewCounts } from '../queries/get-view-counts';
import { applyBulkChunk } from './apply-bulk-chunk';
import { startBulkTriage } from './start-bulk-triage';
import { triageConversation } from './triage-conversation';
import { undoChange } from './undo-change';
import { wakeConversations } from './wake-conversations';

let workspace: TestWorkspace;
let mira: MemberContext;
let channelId: string;
let conversationId: string;
const longAgo = new Date('2026-11-20T09:00:00Z');

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { name: 'Mira' });
  channelId = await aChannel(workspace);
  conversationId = await aConversation(workspace, {
    channelId,
    waitingSince: longAgo,
    attentionAt: longAgo,
    lastMessageAt: longAgo,
  });
  await aMessage(workspace, { conversationId, channelId, sentAt: longAgo });
});

const triage = (action: TriageAction) => execute(triageConversation, mira, { conversationId, action });
const historyOf = async () => (await listMessages(mira, { conversationId, limit: 50 })).changes;
const until = new Date(Date.now() + 86_400_000).toISOString();

describe('one conversation', () => {
  it('is resolved, told, counted, and put back exactly as it was', async () => {
    const before = await getConversation(mira, { conversationId });
    const { conversation, undoId } = await triage({ type: 'resolve' });
    expect(conversation).toMatchObject({ status: 'resolved', waitingSince: null, attention: null });
    expect((await getViewCounts(mira)).standard).toMatchObject({ open: 0, resolved: 1 });
    expect(await historyOf()).toMatchObject([
      { type: 'status_changed', member: { name: 'Mira' }, data: { from: 'open', to: 'resolved' } },
    ]);
    expect(await trailOf(workspace)).toEqual({
      events: ['conversation.changed'],
      audits: ['conversations.resolve'],
    });
    await expect(triage({ type: 'resolve' })).rejects.toThrow('already_resolved');
    expect(await execute(undoChange, mira, { bulkChangeId: undoId })).toMatchObject({
      state: 'undone',
      done: 1,
      refused: 0,
    });
    expect(await getConversation(mira, { conversationId })).toEqual(before);
    expect((await getViewCounts(mira)).standard).toMatchObject({ open: 1, resolved: 0 });
    await expect(execute(undoChange, mira, { bulkChangeId: undoId })).rejects.toThrow('already_undone');
  });

  it('waits again since the first unanswered message when it is reopened', async () => {
    await triage({ type: 'resolve' });
    const { conversation } = await triage({ type: 'reopen' });
    expect(conversation.waitingSince).toBe(longAgo.toISOString());
    expect(conversation.attention?.isPublic).toBe(true);
  });

  it.each<[TriageAction['type'], (ids: { tag: string }) => TriageAction, object, string[]]>([
    [
      'assign',
      () => ({ type: 'assign', assigneeId: mira.actor.memberId }),
      { assignee: { name: 'Mira' } },
      ['assigned'],
    ],
    ['set_pending', () => ({ type: 'set_pending' }), { status: 'pending' }, ['status_changed']],
    [
      'snooze',
      () => ({ type: 'snooze', until }),
      { status: 'snoozed', snoozedUntil: until },
      ['status_changed'],
    ],
    ['set_priority', () => ({ type: 'set_priority', priority: 4 }), { priority: 4 }, ['priority_changed']],
    [
      'add_tags',
      ({ tag }) => ({ type: 'add_tags', tagIds: [tag] }),
      { tags: [{ name: 'Repair' }] },
      ['tagged'],
    ],
    ['move_to_private', () => ({ type: 'move_to_private' }), { visibility: 'private' }, ['moved_to_private']],
    ['mark_unread', () => ({ type: 'mark_unread' }), { isUnread: true }, []],
    ['mark_read', () => ({ type: 'mark_read' }), { isUnread: false }, []],
  ])('%s changes it and says so', async (type, action, expected, history) => {
    const { conversation, undoId } = await triage(action({ tag: await aTag(workspace, 'Repair') }));
    expect(conversation).toMatchObject(expected);
    expect((await historyOf()).map((line) => line.type)).toEqual(history);
    const { audits } = await trailOf(workspace);
    expect(audits).toEqual(history.length > 0 ? [`conversations.${type}`] : []);
    expect(undoId === null).toBe(history.length === 0);
  });

  it('is not given what belongs to another workspace, or to nobody', async () => {
    const theirs = await aWorkspace();
    const stranger = await aMember(theirs);
    const theirTag = await aTag(theirs, 'Theirs');
    await expect(triage({ type: 'assign', assigneeId: stranger.actor.memberId })).rejects.toThrow(
      'member_not_found',
    );
    await expect(triage({ type: 'add_tags', tagIds: [theirTag] })).rejects.toThrow('tag_not_found');
    await expect(triage({ type: 'set_team', teamId: newId() })).rejects.toThrow('team_not_found');
    await expect(triage({ type: 'snooze', until: longAgo.toISOString() })).rejects.toThrow('snooze_in_past');
    await expect(
      execute(triageConversation, stranger, { conversationId, action: { type: 'resolve' } }),
    ).rejects.toThrow('conversation_not_found');
    expect((await trailOf(workspace)).audits).toEqual([]);
  });

  it('keeps what somebody changed since when the first change is undone', async () => {
    const { undoId } = await triage({ type: 'set_priority', priority: 2 });
    await triage({ type: 'set_priority', priority: 3 });
    expect(await execute(undoChange, mira, { bulkChangeId: undoId })).toMatchObject({ done: 0, refused: 1 });
    expect((await getConversation(mira, { conversationId })).priority).toBe(3);
    const tom = await aMember(workspace);
    const again = await triage({ type: 'set_priority', priority: 1 });
    await expect(execute(undoChange, tom, { bulkChangeId: again.undoId })).rejects.toThrow(
      'bulk_change_not_found',
    );
  });

  it('wakes when its snooze has ended, once', async () => {
    await triage({ type: 'snooze', until });
    const later = { ...systemContextOf(workspace), now: () => new Date(Date.parse(until) + 1000) };
    const wake = (context: typeof later) =>
      runUnitOfWork(context, (work) => wakeConversations.run(work, { conversationIds: [conversationId] }));
    await wake(systemContextOf(workspace));
    expect((await getConversation(mira, { conversationId })).status).toBe('snoozed');
    await wake(later);
    await wake(later);
    expect((await getConversation(mira, { conversationId })).status).toBe('open');
    expect((await historyOf()).map(({ member }) => member?.name ?? null)).toEqual(['Mira', null]);
  });
});

describe('many conversations', () => {
  const runJob = (bulkChangeId: string) =>
    runUnitOfWork(systemContextOf(workspace), (work) => applyBulkChunk.run(work, { bulkChangeId }));

  it('change in chunks with progress, count right, and are put back', async () => {
    await workspace.db.query(sql`
      WITH made AS (INSERT INTO conversations (workspace_id, id, channel_id, external_id, network, kind, visibility, status, last_message_at, resolved_at)
        SELECT ${workspace.id}::uuid, gen_random_uuid(), ${channelId}::uuid, 'e' || n, 'api', 'comment', 'public',
          CASE WHEN n <= 20 THEN 'resolved' ELSE 'open' END, now(), NULL FROM generate_series(1, 1199) n RETURNING status)
      INSERT INTO conversation_tallies (workspace_id, id, status, channel_id, difference)
      SELECT ${workspace.id}::uuid, gen_random_uuid(), status, ${channelId}::uuid, count(*)::int FROM made GROUP BY status`);
    const started = await execute(startBulkTriage, mira, {
      action: { type: 'resolve' },
      selection: { list: { view: 'all' } },
    });
    expect(started).toMatchObject({ state: 'running', total: 1200, done: 0 });
    await expect(execute(undoChange, mira, { bulkChangeId: started.id })).rejects.toThrow('still_running');
    for (let run = 0; run < 4; run += 1) await runJob(started.id);
    const [row] = await workspace.db.query(
      sql`SELECT state, done, refused FROM bulk_changes WHERE id = ${started.id}`,
    );
    expect(row).toEqual({ state: 'done', done: 1180, refused: 20 });
    expect((await getViewCounts(mira)).standard).toMatchObject({ open: 0, resolved: 1200 });
    const { events } = await trailOf(workspace);
    expect(events.filter((type) => type === 'bulk.progressed')).toHaveLength(3);
    expect(await execute(undoChange, mira, { bulkChangeId: started.id })).toMatchObject({
      state: 'undone',
      done: 1180,
    });
    expect((await getViewCounts(mira)).standard).toMatchObject({ open: 1180, resolved: 20 });
    expect((await getConversation(mira, { conversationId })).waitingSince).toBe(longAgo.toISOString());
  });

  it('leave out what belongs to another workspace', async () => {
    const theirs = await aWorkspace();
    const foreign = await aConversation(theirs, { channelId: await aChannel(theirs) });
    const started = await execute(startBulkTriage, mira, {
      action: { type: 'set_pending' },
      selection: { ids: [foreign, conversationId] },
    });
    await runJob(started.id);
    const [row] = await workspace.db.query(
      sql`SELECT done, refused FROM bulk_changes WHERE id = ${started.id}`,
    );
    expect(row).toEqual({ done: 1, refused: 1 });
    expect(await theirs.db.query(sql`SELECT status FROM conversations WHERE id = ${foreign}`)).toEqual([
      { status: 'open' },
    ]);
    await expect(
      execute(startBulkTriage, mira, {
        action: { type: 'resolve' },
        selection: { list: { q: 'nothingatall' } },
      }),
    ).rejects.toThrow('invalid_input');
  });
});
