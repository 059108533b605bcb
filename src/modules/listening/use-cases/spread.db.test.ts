import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import {
  aChannel,
  aContact,
  aConversation,
  aMessage,
  trailOf,
} from '../../../../tests/factories/conversations';
import {
  aMember,
  aWorkspace,
  systemContextOf,
  type TestWorkspace,
} from '../../../../tests/factories/workspaces';
import { listSpread } from '../queries/list-spread';
import { markFalseAlarm, resetWeight } from './judge-spread';
import { watchSpread } from './watch-spread';

let workspace: TestWorkspace;
let mira: MemberContext;
let channelId: string;
const now = Date.now();
const HOUR = 3_600_000;

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { role: 'manager' });
  channelId = await aChannel(workspace, { network: 'mastodon' });
});

/** A post with its shares counted every hour, up to `counted` hours after it was sent. */
async function aPost(
  contactId: string,
  hoursAgo: number,
  perHour: number,
  text = 'Ein Beitrag',
): Promise<string> {
  const sentAt = new Date(now - hoursAgo * HOUR);
  const status = 'overheard';
  const conversationId = await aConversation(workspace, {
    channelId,
    contactId,
    status,
    lastMessageAt: sentAt,
  });
  const messageId = await aMessage(workspace, {
    conversationId,
    channelId,
    contactId,
    text,
    sentAt,
    kind: 'post',
  });
  await workspace.db.query(sql`
    INSERT INTO message_reach (workspace_id, message_id, measured_at, shares)
    SELECT ${workspace.id}, ${messageId}, ${sentAt}::timestamptz + make_interval(hours => h), h * ${perHour}::int
    FROM generate_series(1, ${Math.min(hoursAgo, 24)}::int) AS h`);
  return conversationId;
}

async function anAuthor(name: string, usually: readonly number[]): Promise<string> {
  const contactId = await aContact(workspace, { name });
  for (const [at, perHour] of usually.entries()) await aPost(contactId, 72 + at * 24, perHour);
  return contactId;
}

const watch = () => runUnitOfWork(systemContextOf(workspace), (work) => watchSpread.run(work, {}));
const spreading = async () => (await listSpread(mira)).data;
const spreadEvents = async () =>
  (await trailOf(workspace)).events.filter((type) => type === 'listening.spread_changed').length;

describe('a post that spreads', () => {
  it('is told once, with its reason, however often one looks', async () => {
    const ole = await anAuthor('Ole', [1, 2, 2, 3, 2, 1]);
    const conversationId = await aPost(ole, 4, 20);
    await watch();
    await watch();
    expect(await spreading()).toMatchObject([
      {
        signal: 'shares',
        amount: 40,
        hours: 2,
        times: 10,
        against: 'author',
        posts: [{ conversationId, author: 'Ole', text: 'Ein Beitrag' }],
      },
    ]);
    expect(await spreadEvents()).toBe(1);
    const [row] = await workspace.db.query(sql`SELECT spreading_since IS NOT NULL AS is FROM conversations
      WHERE id = ${conversationId}::uuid`);
    expect(row).toEqual({ is: true });
  });

  it('is one story with the others that share its address', async () => {
    const ole = await anAuthor('Ole', [1, 2, 2, 3, 2, 1]);
    const ida = await anAuthor('Ida', [1, 2, 2, 3, 2, 1]);
    await aPost(ole, 4, 20, 'Seht: https://blatt.example/zelt?utm_source=a');
    await aPost(ida, 3, 30, 'https://www.blatt.example/zelt/');
    await watch();
    expect(await spreading()).toMatchObject([{ link: 'blatt.example/zelt', postCount: 2, amount: 60 }]);
  });

  it('is not an ordinary post of somebody whom many follow', async () => {
    const star = await anAuthor('Star', [200, 260, 240, 180, 220, 210]);
    await aPost(star, 4, 250);
    await watch();
    expect(await spreading()).toEqual([]);
  });

  it('is over when it goes on no more', async () => {
    const ole = await anAuthor('Ole', [1, 2, 2, 3, 2, 1]);
    await aPost(ole, 4, 20);
    await watch();
    await workspace.db.query(sql`UPDATE spread_alerts SET seen_at = now() - interval '7 hours'
      WHERE workspace_id = ${workspace.id}`);
    await workspace.db.query(sql`DELETE FROM message_reach WHERE workspace_id = ${workspace.id}`);
    await watch();
    expect(await spreading()).toEqual([]);
    expect(await spreadEvents()).toBe(2);
  });

  it('is told from the answers too, where the network counts none', async () => {
    const ole = await aContact(workspace, { name: 'Ole' });
    for (let day = 3; day < 9; day += 1) await aPost(ole, day * 24, 0);
    const sentAt = new Date(now - 3 * HOUR);
    const conversationId = await aConversation(workspace, { channelId, contactId: ole, status: 'overheard' });
    await aMessage(workspace, { conversationId, channelId, contactId: ole, sentAt, kind: 'post' });
    for (let answer = 0; answer < 60; answer += 1) {
      await aMessage(workspace, {
        conversationId,
        channelId,
        sentAt: new Date(now - (60 - answer) * 100_000),
      });
    }
    await watch();
    expect(await spreading()).toMatchObject([{ signal: 'replies' }]);
  });
});

describe('a false alarm', () => {
  it('is told no more, raises the threshold, and can be taken back', async () => {
    const ole = await anAuthor('Ole', [1, 2, 2, 3, 2, 1]);
    await aPost(ole, 4, 10);
    await watch();
    const [alert] = await spreading();
    await execute(markFalseAlarm, mira, { alertId: alert?.id });
    await watch();
    const { data, weights } = await listSpread(mira);
    expect(data).toEqual([]);
    expect(weights).toContainEqual({ signal: 'shares', falseAlarms: 1, weight: 0.8 });
    await expect(execute(markFalseAlarm, mira, { alertId: alert?.id })).rejects.toThrow('not_spreading');

    await workspace.db.query(
      sql`UPDATE spread_weights SET false_alarms = 3 WHERE workspace_id = ${workspace.id}`,
    );
    await aPost(ole, 4, 14, 'Derselbe Erfolg noch einmal');
    await watch();
    expect(await spreading()).toEqual([]);
    await execute(resetWeight, mira, { signal: 'shares' });
    await watch();
    expect(await spreading()).toHaveLength(1);
  });
});
