import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import { getChannelDetail } from '@/modules/channels/queries';
import { listRoutingRules } from '@/modules/channels/queries/routing-rules';
import {
  createRoutingRule,
  deleteRoutingRule,
  orderRoutingRules,
  updateRoutingRule,
} from '@/modules/channels/use-cases/manage-routing-rules';
import { removeChannel, updateChannel } from '@/modules/channels/use-cases/update-channel';
import { handOverChannel } from '@/modules/conversations/use-cases/hand-over-channel';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aConversation, aTeam } from '../factories/conversations';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;
let teamId: string;
let people: string[];

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  channelId = (await anApiChannel(admin)).id;
  teamId = await aTeam(workspace, 'Service');
  const members = [await aMember(workspace), await aMember(workspace), await aMember(workspace)];
  people = members.map(({ actor }) => actor.memberId).sort();
  for (const memberId of people) {
    await workspace.db.models.teamMember.create({ data: { workspaceId: workspace.id, teamId, memberId } });
  }
});

const arrive = (channel: string, count: number, overrides: object = {}) =>
  receive(
    workspace,
    channel,
    ...Array.from({ length: count }, () =>
      createdEvent(anInboundMessage({ conversation: { externalId: newId() }, ...overrides })),
    ),
  );
const rule = (overrides: object = {}, channel = channelId) =>
  execute(createRoutingRule, admin, {
    channelId: channel,
    name: 'Rule',
    teamId,
    assign: 'round_robin',
    ...overrides,
  });

interface Stand {
  assigneeId: string | null;
  teamId: string | null;
  routed: { rule: { name: string }; team: { name: string } | null; assignee: { id: string } | null } | null;
}
const stands = () =>
  workspace.db.query<Stand>(sql`
    SELECT c.assignee_id AS "assigneeId", c.team_id AS "teamId",
      (SELECT h.data FROM conversation_changes h WHERE h.workspace_id = c.workspace_id AND h.conversation_id = c.id AND h.type = 'routed') AS routed
    FROM conversations c WHERE c.workspace_id = ${workspace.id} ORDER BY c.id`);
const counted = () =>
  workspace.db.query<{ teamId: string | null; n: number }>(sql`
    SELECT team_id AS "teamId", sum(difference)::int AS n FROM conversation_tallies WHERE workspace_id = ${workspace.id}
    GROUP BY team_id HAVING sum(difference) <> 0 ORDER BY n`);

describe('routing', () => {
  it('sends new conversations to the team’s people in turn, counted and told', async () => {
    await rule();
    await arrive(channelId, 7);
    const all = await stands();
    expect(all.map(({ assigneeId }) => people.indexOf(assigneeId ?? ''))).toEqual([0, 1, 2, 0, 1, 2, 0]);
    expect(all.every((each) => each.teamId === teamId)).toBe(true);
    expect(all[1]?.routed).toMatchObject({
      rule: { name: 'Rule' },
      team: { name: 'Service' },
      assignee: { id: people[1] },
    });
    expect(await counted()).toEqual([{ teamId, n: 7 }]);
    const [event] = await workspace.db.query<{ assigneeId: string }>(
      sql`SELECT payload ->> 'assigneeId' AS "assigneeId" FROM outbox_events WHERE type = 'message.created' LIMIT 1`,
    );
    expect(people).toContain(event?.assigneeId);
  });

  it('takes the first rule that holds, and touches neither old conversations nor our own beginnings', async () => {
    await rule({ name: 'English', condition: { languages: ['en'] }, assign: 'none' });
    await rule({ name: 'Refunds', condition: { anyWords: ['geld zurück'] } });
    await arrive(channelId, 1, { text: 'Ich will mein Geld zurück!' });
    await arrive(channelId, 1, { text: 'Can anybody help me with this?' });
    await arrive(channelId, 1, { text: 'Danke' });
    expect((await stands()).map(({ routed }) => routed?.rule.name ?? null)).toEqual([
      'Refunds',
      'English',
      null,
    ]);
  });

  it('passes over who has enough, and leaves the rest to the team', async () => {
    await rule({ loadCap: 1 });
    await aConversation(workspace, { channelId, assigneeId: people[1] ?? null });
    await arrive(channelId, 3);
    const routed = (await stands()).filter(({ routed }) => routed);
    expect(routed.map(({ assigneeId }) => assigneeId)).toEqual([people[0], people[2], null]);
    expect(routed[2]?.teamId).toBe(teamId);
  });

  it('is fair when many channels route to one team at once', async () => {
    const channels = [channelId, (await anApiChannel(admin)).id, (await anApiChannel(admin)).id];
    for (const channel of channels) await rule({}, channel);
    await Promise.all(channels.map((channel) => arrive(channel, 10)));
    const loads = Map.groupBy(await stands(), ({ assigneeId }) => assigneeId);
    expect([...loads.values()].map(({ length }) => length)).toEqual([10, 10, 10]);
  });

  it('skips who has left the workspace', async () => {
    await rule();
    await workspace.db.query(
      sql`UPDATE memberships SET removed_at = now() WHERE id = ${people[0] ?? ''}::uuid`,
    );
    await arrive(channelId, 2);
    expect((await stands()).map(({ assigneeId }) => assigneeId)).toEqual([people[1], people[2]]);
  });
});

describe('rules', () => {
  it('are put in order, changed and removed', async () => {
    const one = await rule({ name: 'One' });
    const two = await rule({ name: 'Two' });
    await execute(orderRoutingRules, admin, { channelId, ruleIds: [two.id] });
    const changed = await execute(updateRoutingRule, admin, {
      channelId,
      ruleId: one.id,
      isActive: false,
      loadCap: 5,
    });
    expect(changed).toMatchObject({ name: 'One', isActive: false, loadCap: 5, position: 1 });
    expect((await listRoutingRules(admin, { channelId })).map(({ name }) => name)).toEqual(['Two', 'One']);
    await execute(deleteRoutingRule, admin, { channelId, ruleId: two.id });
    expect((await getChannelDetail(admin, channelId)).routingRules).toBe(1);
  });

  it.each<[string, object, string]>([
    ['turns without a team', { teamId: null }, 'teamId'],
    ['a team that is nowhere', { teamId: newId() }, 'teamId'],
    ['a condition nobody knows', { condition: { mood: 'bad' } }, 'condition.mood'],
    ['a cap of nothing', { loadCap: 0 }, 'loadCap'],
  ])('refuse %s', async (_, overrides, path) => {
    await expect(rule(overrides)).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path }] });
  });
});

describe('a channel', () => {
  it('is handed over with its open conversations, each with its history', async () => {
    const old = await aTeam(workspace, 'Old');
    await aConversation(workspace, { channelId, teamId: old });
    await aConversation(workspace, { channelId, status: 'resolved', teamId: old });
    await aConversation(workspace, { channelId, teamId });
    const handed = await execute(handOverChannel, admin, { channelId, teamId, moveOpen: true });
    expect(handed).toEqual({ moved: 1 });
    expect(await counted()).toEqual([
      { teamId: old, n: 1 },
      { teamId, n: 2 },
    ]);
    const changes = await workspace.db.query<{ data: unknown }>(sql`SELECT data FROM conversation_changes`);
    expect(changes).toEqual([
      { data: { from: { id: old, name: 'Old' }, to: { id: teamId, name: 'Service' } } },
    ]);
    expect((await getChannelDetail(admin, channelId)).conversations).toEqual({ open: 2, total: 3 });
    expect(await execute(removeChannel, admin, { channelId })).toEqual({ keptConversations: 3 });
  });

  it('promises by language, then by public or private', async () => {
    await execute(updateChannel, admin, {
      channelId,
      expectations: { publicMinutes: 60, byLanguage: { en: 15 }, clock: 'always' },
    });
    const sentAt = '2026-11-02T09:12:00.000Z';
    await arrive(channelId, 1, { text: 'Can anybody help me with this?', sentAt });
    await arrive(channelId, 1, { sentAt });
    await arrive(channelId, 1, { visibility: 'private', kind: 'direct', sentAt });
    const rows = await workspace.db.query<{ dueAt: Date }>(
      sql`SELECT due_at AS "dueAt" FROM conversations ORDER BY id`,
    );
    const minutes = rows.map(({ dueAt }) => (dueAt.getTime() - Date.parse(sentAt)) / 60_000);
    expect(minutes).toEqual([15, 60, 480]);
  });
});
