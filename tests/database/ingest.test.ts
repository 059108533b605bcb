import { beforeEach, describe, expect, it } from 'vitest';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anApiChannel, anInboundMessage, createdEvent, receive, store } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  channelId = (await anApiChannel(admin)).id;
});

const conversations = () => workspace.db.models.conversation.findMany({ orderBy: { externalId: 'asc' } });
const messages = () => workspace.db.models.message.findMany({ orderBy: { sentAt: 'asc' } });
const rawStates = async () =>
  (await workspace.db.models.rawEvent.findMany({ orderBy: { position: 'asc' } })).map(({ state, reason }) => [
    state,
    reason,
  ]);

describe('a message that arrives', () => {
  it('becomes a conversation, a contact with one identity, and an event', async () => {
    await receive(workspace, channelId, createdEvent(anInboundMessage()));
    const [conversation] = await conversations();
    expect(conversation).toMatchObject({
      status: 'open',
      preview: 'Kann mir jemand helfen?',
      messageCount: 1,
    });
    expect(conversation?.waitingSince).toEqual(new Date('2026-11-02T09:12:00Z'));
    // Monday 10:12 in Berlin, 480 minutes of 09:00–17:30: Tuesday 09:42.
    expect(conversation?.dueAt).toEqual(new Date('2026-11-03T08:42:00Z'));
    expect(conversation?.attentionAt?.getTime()).toBeLessThan(conversation?.dueAt?.getTime() ?? 0);
    const contacts = await workspace.db.models.contact.findMany({ include: { identities: true } });
    expect(contacts).toMatchObject([
      { name: 'Jonas Weber', identities: [{ externalId: 'author-1', realm: channelId }] },
    ]);
    expect(contacts[0]?.searchText).toContain('jonas weber');
    const events = await workspace.db.models.outboxEvent.findMany({ where: { type: 'message.created' } });
    expect(events).toHaveLength(1);
    expect(await rawStates()).toEqual([['applied', null]]);
  });

  it('is the same message when it comes again, under any delivery', async () => {
    const message = anInboundMessage();
    await receive(workspace, channelId, createdEvent(message), createdEvent(message));
    await receive(workspace, channelId, createdEvent(message));
    expect(await messages()).toHaveLength(1);
    expect((await conversations())[0]?.messageCount).toBe(1);
    expect(await tallies()).toEqual([{ status: 'open', count: 1 }]);
  });

  it('joins nobody by name', async () => {
    const other = { externalId: 'author-2', name: 'Jonas Weber' };
    await receive(
      workspace,
      channelId,
      createdEvent(anInboundMessage()),
      createdEvent(anInboundMessage({ author: other })),
    );
    expect(await workspace.db.models.contact.count()).toBe(2);
  });

  it('follows a name that changes at the network, unless it was changed here', async () => {
    await receive(workspace, channelId, createdEvent(anInboundMessage()));
    const author = { externalId: 'author-1', name: 'Jonas W.' };
    await receive(workspace, channelId, createdEvent(anInboundMessage({ author })));
    expect((await workspace.db.models.contact.findMany()).map(({ name }) => name)).toEqual(['Jonas W.']);
    await workspace.db.query(sql`UPDATE contacts SET name = 'Jonas aus Bozen'`);
    await receive(
      workspace,
      channelId,
      createdEvent(anInboundMessage({ author: { ...author, name: 'jw' } })),
    );
    expect((await workspace.db.models.contact.findMany()).map(({ name }) => name)).toEqual([
      'Jonas aus Bozen',
    ]);
  });

  it('brings a resolved conversation back and says so in its history', async () => {
    await receive(workspace, channelId, createdEvent(anInboundMessage()));
    await workspace.db.query(sql`UPDATE conversations SET status = 'resolved', waiting_since = NULL`);
    const later = anInboundMessage({ sentAt: '2026-11-05T10:00:00.000Z', text: 'Doch noch eine Frage' });
    await receive(workspace, channelId, createdEvent(later, '2026-11-05T10:00:00.000Z'));
    expect(await conversations()).toMatchObject([{ status: 'open', preview: 'Doch noch eine Frage' }]);
    const changes = await workspace.db.models.conversationChange.findMany();
    expect(changes).toMatchObject([
      { type: 'status_changed', data: { from: 'resolved', to: 'open' }, memberId: null },
    ]);
  });

  it('nests under the message it answers, whichever came first in the batch', async () => {
    const parent = anInboundMessage();
    const child = anInboundMessage({
      replyToExternalId: parent.externalId,
      sentAt: '2026-11-02T09:31:00.000Z',
    });
    await receive(workspace, channelId, { type: 'message.batch', data: [child, parent] });
    const stored = await messages();
    expect(stored[1]?.replyToId).toBe(stored[0]?.id);
  });
});

describe('edits and deletions', () => {
  const edit = (message: object, text: string, timestamp: string) => ({
    type: 'message.updated',
    timestamp,
    data: { ...message, text },
  });

  it('win when they are later and lose when they are older, in any order of arrival', async () => {
    const message = anInboundMessage();
    await receive(
      workspace,
      channelId,
      edit(message, 'zweite Fassung', '2026-11-02T10:00:00.000Z'),
      createdEvent(message),
      edit(message, 'erste Fassung', '2026-11-02T09:30:00.000Z'),
    );
    expect(await messages()).toMatchObject([{ text: 'zweite Fassung' }]);
    await receive(workspace, channelId, edit(message, 'dritte Fassung', '2026-11-02T11:00:00.000Z'));
    const [stored] = await messages();
    expect(stored).toMatchObject({ text: 'dritte Fassung', editedAt: new Date('2026-11-02T11:00:00Z') });
    expect(await workspace.db.models.messageVersion.findMany()).toMatchObject([{ text: 'zweite Fassung' }]);
    expect((await conversations())[0]?.preview).toBe('dritte Fassung');
  });

  it('take the words of a deleted message away everywhere', async () => {
    const message = anInboundMessage({ text: 'Das war falsch' });
    const deletion = {
      type: 'message.deleted',
      timestamp: '2026-11-02T12:00:00.000Z',
      data: { externalId: message.externalId },
    };
    await receive(
      workspace,
      channelId,
      createdEvent(message),
      edit(message, 'Das war anders', '2026-11-02T10:00:00.000Z'),
      deletion,
    );
    expect(await messages()).toMatchObject([{ text: '', deletedAt: new Date('2026-11-02T12:00:00Z') }]);
    expect(await workspace.db.models.messageVersion.count()).toBe(0);
    await receive(workspace, channelId, edit(message, 'zu spät', '2026-11-02T13:00:00.000Z'));
    expect(await messages()).toMatchObject([{ text: '' }]);
  });

  it('keep a message from appearing that was deleted before it came', async () => {
    const message = anInboundMessage();
    const deletion = {
      type: 'message.deleted',
      timestamp: '2026-11-02T12:00:00.000Z',
      data: { externalId: message.externalId },
    };
    await receive(workspace, channelId, deletion);
    await receive(workspace, channelId, createdEvent(message));
    expect(await messages()).toEqual([]);
  });
});

describe('what cannot be applied', () => {
  it('is parked with its reason and does not stop what is behind it', async () => {
    await receive(
      workspace,
      channelId,
      createdEvent(anInboundMessage()),
      '{"type": "nonsense"}',
      createdEvent(anInboundMessage()),
    );
    expect((await rawStates()).map(([state]) => state)).toEqual(['applied', 'parked', 'applied']);
    expect(await messages()).toHaveLength(2);
  });

  it('is found among a batch that the database refuses, and can be replayed', async () => {
    await workspace.db.query(sql`SELECT 1`);
    const poisonous = anInboundMessage({ text: 'poison' });
    await store(workspace, channelId, createdEvent(anInboundMessage()));
    await store(workspace, channelId, createdEvent(poisonous));
    await store(workspace, channelId, createdEvent(anInboundMessage()));
    await asOwner(`ALTER TABLE messages ADD CONSTRAINT poison CHECK (text <> 'poison')`);
    await receive(workspace, channelId);
    expect(await rawStates()).toEqual([
      ['applied', null],
      ['parked', 'apply_failed'],
      ['applied', null],
    ]);
    await asOwner('ALTER TABLE messages DROP CONSTRAINT poison');
    await replay();
    expect((await rawStates()).map(([state]) => state)).toEqual(['applied', 'applied', 'applied']);
    expect(await messages()).toHaveLength(3);
  });
});

async function tallies() {
  return workspace.db.query(
    sql`SELECT status, sum(difference)::int AS count FROM conversation_tallies GROUP BY status HAVING sum(difference) <> 0`,
  );
}

async function asOwner(statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function replay(): Promise<void> {
  const { execute } = await import('@/entry/execute');
  const { replayEvents } = await import('@/modules/channels/use-cases/replay-events');
  await execute(replayEvents, admin, { channelId });
  await receive(workspace, channelId);
}
