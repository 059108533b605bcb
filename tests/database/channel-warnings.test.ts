import { beforeEach, expect, it } from 'vitest';
import { writeChannelMail } from '@/entry/channel-mail';
import { findChannelLetter } from '@/modules/channels/queries/channel-letter';
import { listChannelWarnings } from '@/modules/channels/queries/channel-warnings';
import { lookAfterChannels } from '@/modules/channels/use-cases/look-after-channels';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { aChannel } from '../factories/conversations';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;
const today = new Date('2026-11-22T12:00:00Z');
let now: Date;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin', name: 'Ada' });
  await aMember(workspace, { role: 'marketer' });
  channelId = await aChannel(workspace, { name: 'Page' });
  now = today;
});

const days = (count: number) => new Date(today.getTime() + count * 86_400_000);
const endsAt = (at: Date | null) =>
  workspace.db.query(sql`UPDATE channels SET expires_at = ${at} WHERE id = ${channelId}`);
const lookAfter = () =>
  runUnitOfWork({ ...systemContextOf(workspace), now: () => now }, (work) => lookAfterChannels.run(work, {}));

/** What was told since the last time, as the jobs say it. */
async function told(): Promise<unknown[]> {
  await lookAfter();
  await lookAfter();
  const rows = await workspace.db.query<{ payload: Record<string, unknown> }>(
    sql`SELECT payload -> 'payload' AS payload FROM graphile_worker._private_jobs j
      WHERE j.payload ->> 'workspaceId' = ${workspace.id}::text ORDER BY id`,
  );
  await workspace.db.query(
    sql`SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs`,
  );
  return rows.map(({ payload }) => payload);
}

it('tells admins fourteen, seven and one days before, each once, and anew after a renewal', async () => {
  const news = { channelId, memberId: admin.actor.memberId, kind: 'expiring' };
  await endsAt(days(20));
  expect(await told()).toEqual([]);
  now = days(6);
  expect(await told()).toEqual([{ ...news, days: 14 }]);
  now = days(12);
  expect(await told()).toEqual([]);
  now = days(14);
  expect(await told()).toEqual([{ ...news, days: 6 }]);
  now = days(19.5);
  expect(await told()).toEqual([{ ...news, days: 1 }]);
  await endsAt(days(90));
  expect(await told()).toEqual([]);
  now = days(89.5);
  expect(await told()).toEqual([{ ...news, days: 1 }]);
});

it('tells of a lost connection once, and again when it is lost again', async () => {
  const setState = (state: string) =>
    workspace.db.query(sql`UPDATE channels SET state = ${state} WHERE id = ${channelId}`);
  const news = { channelId, memberId: admin.actor.memberId, kind: 'needs_reconnect' };
  await setState('needs_reconnect');
  expect(await told()).toEqual([news]);
  expect(await told()).toEqual([]);
  await setState('active');
  expect(await told()).toEqual([]);
  await setState('needs_reconnect');
  expect(await told()).toEqual([news]);
});

it('writes in the language of whoever reads it', async () => {
  await workspace.db.query(sql`UPDATE users SET locale = 'en' WHERE id = ${admin.actor.userId}`);
  const letter = await findChannelLetter(systemContextOf(workspace), {
    channelId,
    memberId: admin.actor.memberId,
  });
  if (!letter) throw new Error('no letter');
  const english = await writeChannelMail(letter, { kind: 'expiring', days: 7 });
  expect(english.subject).toBe('“Page”: access ends in 7 days');
  expect(english.text).toContain(`/${workspace.slug}/settings/channels/${channelId}`);
  const german = await writeChannelMail({ ...letter, locale: 'de' }, { kind: 'needs_reconnect' });
  expect(german.subject).toBe('„Page“ muss neu verbunden werden');
});

it('shows the same on the banner, the most urgent first', async () => {
  const other = await aChannel(workspace, { name: 'Lost', state: 'needs_reconnect' });
  await endsAt(days(3));
  await workspace.db.query(sql`INSERT INTO channel_feeds (workspace_id, channel_id, name, gap_from, gap_until)
    VALUES (${workspace.id}, ${channelId}, 'live', ${days(-1)}, ${today})`);
  const warnings = await listChannelWarnings({ ...admin, now: () => now });
  expect(warnings).toEqual([
    { kind: 'needs_reconnect', channelId: other, name: 'Lost', network: 'api' },
    { kind: 'expiring', channelId, name: 'Page', network: 'api', count: 3, at: days(3).toISOString() },
    { kind: 'gap', channelId, name: 'Page', network: 'api', at: days(-1).toISOString() },
  ]);
});

it('lets a connection go that nobody finished, and nothing else', async () => {
  await aChannel(workspace, { state: 'connecting' });
  const old = await aChannel(workspace, { state: 'connecting' });
  await workspace.db.query(
    sql`UPDATE channels SET touched_at = now() - interval '8 days' WHERE id IN (${old}, ${channelId})`,
  );
  await lookAfter();
  const rows = await workspace.db.query<{ id: string }>(sql`SELECT id FROM channels`);
  expect(rows).toHaveLength(2);
  expect(rows.map(({ id }) => id)).not.toContain(old);
});
