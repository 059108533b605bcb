import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { reactionsFollower } from '@/entry/reaction';
import { updateChannel } from '@/modules/channels/use-cases/update-channel';
import { updateWorkspaceSettings } from '@/modules/workspaces/use-cases/update-workspace-settings';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { followOutbox } from '@/platform/events/follow';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../../../../tests/factories/channels';
import { aContact, aConversation, trailOf } from '../../../../tests/factories/conversations';
import {
  aMember,
  aWorkspace,
  OFFICE_HOURS,
  systemContextOf,
  type TestWorkspace,
} from '../../../../tests/factories/workspaces';
import { onBusinessTimeChanged, onExpectationChanged } from '../reactions';
import { recalculateAllDeadlines, recalculateDeadlinesChunk } from './recalculate-deadlines';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  channelId = (await anApiChannel(admin, { expectationMinutes: 120 })).id;
});

/** A conversation asked on Monday, 2 November 2026, 10:12 in Berlin, as ingest makes it. */
async function asked(): Promise<void> {
  await receive(workspace, channelId, createdEvent(anInboundMessage()));
}

const deadlines = () =>
  workspace.db.query<{ due: Date; attention: Date }>(
    sql`SELECT due_at AS due, attention_at AS attention FROM conversations ORDER BY id`,
  );
const recalculate = (only?: string) =>
  recalculateAllDeadlines(systemContextOf(workspace), only ? { channelId: only } : {});

describe('deadlines', () => {
  it('follow the expectation, as a new message would have it', async () => {
    await asked();
    expect((await deadlines())[0]?.due).toEqual(new Date('2026-11-02T11:12:00Z'));
    await execute(updateChannel, admin, { channelId, expectationMinutes: 600 });
    await recalculate(channelId);
    // 17:30 closes Monday after 438 minutes; the other 162 are Tuesday's.
    expect((await deadlines())[0]?.due).toEqual(new Date('2026-11-03T10:42:00Z'));
    const [told] = await deadlines();
    await workspace.db.query(sql`DELETE FROM conversations`);
    await asked();
    expect((await deadlines())[0]).toEqual(told);
  });

  it('follow business hours, holidays and the time zone', async () => {
    await asked();
    await execute(updateWorkspaceSettings, admin, { holidays: ['2026-11-02'] });
    await recalculate();
    expect((await deadlines())[0]?.due).toEqual(new Date('2026-11-03T10:00:00Z'));
    const early = { ...OFFICE_HOURS, tuesday: [['07:00', '12:00']] };
    await execute(updateWorkspaceSettings, admin, { businessHours: early });
    await recalculate();
    expect((await deadlines())[0]?.due).toEqual(new Date('2026-11-03T08:00:00Z'));
    await execute(updateWorkspaceSettings, admin, { timeZone: 'America/New_York' });
    const inNewYork = systemContextOf(workspace);
    await recalculateAllDeadlines(
      { ...inNewYork, workspace: { ...inNewYork.workspace, timeZone: 'America/New_York' } },
      {},
    );
    expect((await deadlines())[0]?.due).toEqual(new Date('2026-11-03T14:00:00Z'));
  });

  it('are told for hundreds in batches, twice the same, with who the person is and how public it is', async () => {
    const waitingSince = new Date('2026-11-02T09:00:00Z');
    const contactId = await aContact(workspace, { attentionWeight: 100 });
    const others = { channelId, waitingSince, attentionAt: waitingSince };
    await aConversation(workspace, { ...others, contactId });
    for (let count = 0; count < 501; count += 1) await aConversation(workspace, others);
    await aConversation(workspace, { channelId, waitingSince: null });
    const first = await runUnitOfWork(systemContextOf(workspace), (work) =>
      recalculateDeadlinesChunk.run(work, { after: null }),
    );
    expect(first).not.toBeNull();
    await recalculate();
    const [important, ordinary] = await deadlines();
    expect(important).toEqual({
      due: new Date('2026-11-02T11:00:00Z'),
      attention: new Date('2026-11-02T09:36:00Z'),
    });
    expect(ordinary).toEqual({
      due: new Date('2026-11-02T11:00:00Z'),
      attention: new Date('2026-11-02T10:30:00Z'),
    });
    expect((await deadlines()).filter(({ due }) => due === null)).toHaveLength(1);
    const { events } = await trailOf(workspace);
    expect(events.filter((type) => type === 'conversations.changed')).toHaveLength(2);
    await recalculate();
    expect((await trailOf(workspace)).events).toHaveLength(events.length);
  });
});

describe('what asks for it', () => {
  const queued = async () =>
    (
      await workspace.db.query<{ key: string }>(sql`SELECT key FROM graphile_worker.jobs
        WHERE task_identifier = 'recalculate-deadlines' AND key LIKE ${`${workspace.id}:%`} ORDER BY key`)
    ).map(({ key }) => key.split(':').at(-1));

  it('is a changed expectation or business time, and no other change', async () => {
    const follow = () => followOutbox(reactionsFollower([onExpectationChanged, onBusinessTimeChanged]));
    await follow().stop();
    await execute(updateChannel, admin, { channelId, name: 'Renamed', expectationMinutes: 120 });
    await execute(updateWorkspaceSettings, admin, {
      name: 'Renamed',
      timeZone: 'Europe/Berlin',
      holidays: [],
    });
    const { events } = await trailOf(workspace);
    expect(events).not.toContain('channel.expectation_changed');
    expect(events).not.toContain('workspace.business_time_changed');
    await execute(updateChannel, admin, { channelId, expectationMinutes: 60 });
    await execute(updateWorkspaceSettings, admin, { holidays: ['2026-12-24'] });
    const following = follow();
    await expect.poll(queued, { timeout: 5000 }).toEqual([channelId, 'all'].sort());
    await following.stop();
  });
});
