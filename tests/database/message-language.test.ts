import { beforeEach, expect, it } from 'vitest';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  channelId = (await anApiChannel(admin)).id;
});

const thread = { externalId: 'thread-1' };

async function written(text: string, minute: number, rest: object = {}): Promise<void> {
  const message = anInboundMessage({
    externalId: `message-${minute}`,
    conversation: thread,
    text,
    sentAt: new Date(Date.UTC(2026, 5, 1, 10, minute)).toISOString(),
    ...rest,
  });
  await receive(workspace, channelId, createdEvent(message));
}

async function languages() {
  const messages = await workspace.db.query<{ language: string | null }>(
    sql`SELECT language FROM messages ORDER BY sent_at`,
  );
  const [conversation] = await workspace.db.query<{ language: string | null }>(
    sql`SELECT language FROM conversations`,
  );
  return { messages: messages.map(({ language }) => language), conversation: conversation?.language };
}

it('tells what no network declares, and the conversation follows what is clear', async () => {
  await written('👍', 0, { language: undefined });
  expect(await languages()).toEqual({ messages: [null], conversation: null });
  await written('Wo bleibt denn bitte meine Bestellung?', 1, { language: undefined });
  await written('ok', 2, { language: undefined });
  expect(await languages()).toEqual({ messages: [null, 'de', 'de'], conversation: 'de' });
  await written('Sorry, could you please answer in English from now on?', 3, { language: undefined });
  expect(await languages()).toEqual({ messages: [null, 'de', 'de', 'en'], conversation: 'en' });
});

it('lets the text win over what the network declares where it is clear', async () => {
  await written('Wann kommt denn nun endlich meine Bestellung an?', 0, { language: 'en' });
  await written('Hamburg', 1, { language: 'de' });
  expect(await languages()).toEqual({ messages: ['de', 'de'], conversation: 'de' });
});

it('does not let an older message that comes late change the conversation', async () => {
  await written('Sorry, could you please answer in English from now on?', 9, { language: undefined });
  await written('Wo bleibt denn bitte meine Bestellung?', 1, { language: undefined });
  expect(await languages()).toEqual({ messages: ['de', 'en'], conversation: 'en' });
});
