import { beforeAll, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { AppError } from '@/kernel/errors';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import {
  aChannel,
  aContact,
  aConversation,
  aMessage,
  aTag,
  aTeam,
} from '../../../../tests/factories/conversations';
import { aMember, aWorkspace, type TestWorkspace } from '../../../../tests/factories/workspaces';
import { listConversationsInput, sorts, standardViews } from '../contract';
import { saveView } from '../use-cases/manage-views';
import { getViewCounts } from './get-view-counts';
import { listConversations } from './list-conversations';
import { countViews } from './list-saved';

let workspace: TestWorkspace;
let mira: MemberContext;
let channelId: string;
let teamId: string;
let tagId: string;

const BASE = Date.parse('2026-11-20T08:00:00Z');
const at = (minutes: number) => new Date(BASE + minutes * 60_000);
const list = (context: MemberContext, raw: object) =>
  listConversations(context, listConversationsInput.parse(raw));

async function allPages(
  context: MemberContext,
  raw: object,
  between: () => Promise<unknown> = async () => {},
) {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(context, {
      ...raw,
      limit: 7,
      ...(cursor && { cursor }),
    });
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
    await between();
  } while (cursor);
  return ids;
}

beforeAll(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { name: 'Mira', role: 'manager' });
  const tom = await aMember(workspace, { name: 'Tom' });
  // What came before somebody joined is nothing they have missed.
  await workspace.db.query(
    sql`UPDATE memberships SET created_at = ${at(-60)} WHERE workspace_id = ${workspace.id}`,
  );
  [channelId, teamId, tagId] = [
    await aChannel(workspace),
    await aTeam(workspace, 'Care'),
    await aTag(workspace, 'Repair'),
  ];
  const other = await aChannel(workspace, { name: 'Other' });
  const heavy = await aContact(workspace, {
    name: 'Jürgen Müller',
    attributes: { shoe_size: 44, vip: true, since: '2026-02-30' },
  });
  const light = await aContact(workspace, { name: 'Anna Bauer', attributes: { shoe_size: 38 } });
  const statuses = ['open', 'open', 'pending', 'snoozed', 'resolved'] as const;
  for (let index = 0; index < 60; index += 1) {
    const status = statuses[index % 5] ?? 'open';
    // Ties on purpose: several rows share an instant.
    const waits = status !== 'resolved' && index % 3 !== 0;
    const id = await aConversation(workspace, {
      channelId: index % 4 === 0 ? other : channelId,
      status,
      contactId: index % 2 === 0 ? heavy : light,
      assigneeId: [mira.actor.memberId, tom.actor.memberId, null][index % 3] ?? null,
      teamId: index % 6 === 0 ? teamId : null,
      priority: Math.floor(index / 5) % 5,
      language: index % 2 === 0 ? 'de' : 'en',
      waitingSince: waits ? at(Math.floor(index / 4)) : null,
      attentionAt: waits ? at(100 + Math.floor(index / 3)) : null,
      lastMessageAt: at(Math.floor(index / 2)),
    });
    if (index % 10 === 0) {
      const { db, id: workspaceId } = workspace;
      await db.query(
        sql`INSERT INTO conversation_tags (workspace_id, conversation_id, tag_id) VALUES (${workspaceId}, ${id}, ${tagId})`,
      );
      const messageId = await aMessage(workspace, {
        conversationId: id,
        channelId,
        text: `Der Reißverschluss am Rucksack klemmt ${index}`,
      });
      await db.query(sql`INSERT INTO mentions (workspace_id, member_id, message_id, conversation_id)
        VALUES (${workspaceId}, ${mira.actor.memberId}, ${messageId}, ${id})`);
      await db.query(sql`UPDATE conversations SET has_mentions = true WHERE id = ${id}`);
    }
  }
});

describe('pages', () => {
  it.each(sorts)('sorted by %s show every row exactly once, also while others are added', async (sort) => {
    const before = await workspace.db.query<{ id: string }>(
      sql`SELECT id FROM conversations WHERE workspace_id = ${workspace.id}`,
    );
    const seen = await allPages(mira, { view: 'all', sort }, () =>
      aConversation(workspace, {
        channelId,
        waitingSince: at(-60),
        attentionAt: at(-60),
        priority: 4,
        lastMessageAt: at(500),
      }).then((id) => workspace.db.query(sql`SELECT ${id}::text`)),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.map(({ id }) => id).filter((id) => !seen.includes(id))).toEqual([]);
  });

  it.each(sorts)('sorted by %s stand in that order', async (sort) => {
    const { data } = await list(mira, { view: 'open', sort, limit: 100 });
    const keys = data.map((row) =>
      sort === 'newest'
        ? -Date.parse(row.lastMessageAt)
        : sort === 'priority'
          ? -row.priority
          : Date.parse((sort === 'waiting' ? row.waitingSince : row.attention?.at) ?? '9999-01-01'),
    );
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
  });

  it('refuse a cursor nobody gave out', async () => {
    const forged = Buffer.from(JSON.stringify([0, "x'; --", 'y'])).toString('base64url');
    await expect(list(mira, { cursor: forged })).rejects.toThrow(AppError);
    await expect(list(mira, { cursor: 'nonsense' })).rejects.toThrow(AppError);
  });
});

describe('views', () => {
  it('hold as many rows as their counts say', async () => {
    const { standard, teams, channels } = await getViewCounts(mira);
    for (const view of standardViews)
      expect([view, (await allPages(mira, { view })).length]).toEqual([view, standard[view]]);
    expect((await allPages(mira, { team: teamId })).length).toBe(teams[teamId]);
    expect((await allPages(mira, { channel: channelId })).length).toBe(channels[channelId]);
  });

  it('can be saved, counted and used', async () => {
    const view = await execute(saveView, mira, {
      name: 'Mine, high',
      query: { view: 'mine', priority: '3,4' },
      sort: 'priority',
    });
    const rows = await allPages(mira, { view: view.id });
    expect(rows.length).toBeGreaterThan(0);
    expect((await countViews(mira)).counts[view.id]).toBe(rows.length);
    const tom = await aMember(workspace);
    await expect(list(tom, { view: view.id })).rejects.toThrow('view_not_found');
    await expect(execute(saveView, tom, { name: 'All', isShared: true, query: {} })).rejects.toThrow(
      'sharing_not_allowed',
    );
    await expect(execute(saveView, mira, { name: 'Broken', query: { status: 'odd' } })).rejects.toThrow(
      AppError,
    );
  });
});

describe('filters', () => {
  const field = (name: string, op: string, value?: unknown) => JSON.stringify({ field: name, op, value });
  it.each<[string, object, (row: Awaited<ReturnType<typeof list>>['data'][number]) => boolean]>([
    ['status', { status: 'pending,snoozed' }, ({ status }) => status === 'pending' || status === 'snoozed'],
    ['nobody', { assignee: 'none' }, ({ assignee }) => assignee === null],
    [
      'me or nobody',
      { assignee: 'me,none' },
      ({ assignee }) => assignee === null || assignee.name === 'Mira',
    ],
    ['language', { language: 'en' }, ({ language }) => language === 'en'],
    ['tag', { view: 'all', q: 'rucksack' }, ({ tags }) => tags[0]?.name === 'Repair'],
    [
      'a search by name with a typo',
      { view: 'all', q: 'Jürgn Müller' },
      ({ contact }) => contact?.name === 'Jürgen Müller',
    ],
    [
      'a contact’s number',
      { filter: field('contact.attributes.shoe_size', 'isAtLeast', 40) },
      ({ contact }) => contact?.name === 'Jürgen Müller',
    ],
    [
      'a contact’s truth',
      { filter: field('contact.attributes.vip', 'isTrue') },
      ({ contact }) => contact?.name === 'Jürgen Müller',
    ],
    [
      'a date that does not exist',
      { filter: field('contact.attributes.since', 'isAfter', '2026-01-01') },
      ({ contact }) => contact?.name === 'Jürgen Müller',
    ],
    [
      'a contact’s name',
      { filter: field('contact.name', 'contains', 'bauer') },
      ({ contact }) => contact?.name === 'Anna Bauer',
    ],
    ['unread', { unread: 'true' }, ({ isUnread }) => isUnread],
    [
      'both',
      {
        filter: JSON.stringify({
          all: [
            { field: 'priority', op: 'isAtLeast', value: 3 },
            { not: { field: 'assignee', op: 'is', value: 'me' } },
          ],
        }),
      },
      ({ priority, assignee }) => priority >= 3 && assignee?.name !== 'Mira',
    ],
  ])('by %s', async (_, raw, holds) => {
    const { data } = await list(mira, { limit: 100, ...raw });
    expect(data.length).toBeGreaterThan(0);
    expect(data.every(holds)).toBe(true);
  });

  it('refuse what is no field', async () => {
    await expect(list(mira, { filter: field('shoe', 'is', 'x') })).rejects.toThrow('invalid_input');
    await expect(list(mira, { filter: '{' })).rejects.toThrow('invalid_input');
  });
});

it('shows another workspace nothing', async () => {
  const stranger = await aMember(await aWorkspace());
  for (const raw of [{ view: 'all' }, { view: 'all', q: 'rucksack' }, { view: 'all', channel: channelId }]) {
    expect((await list(stranger, raw)).data).toEqual([]);
  }
  expect((await getViewCounts(stranger)).standard.all).toBe(0);
});
