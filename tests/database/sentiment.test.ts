import { beforeEach, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { listSentiments } from '@/modules/conversations/queries/list-sentiments';
import { correctSentiment } from '@/modules/conversations/use-cases/correct-sentiment';
import { judgeSentiments } from '@/modules/listening/use-cases/judge-sentiments';
import { learnFromCorrections } from '@/modules/listening/use-cases/learn-sentiment';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let mira: MemberContext;
let channelId: string;

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { role: 'admin', name: 'Mira' });
  channelId = (await anApiChannel(mira)).id;
});

interface Heard {
  id: string;
  conversationId: string;
  sentiment: string | null;
  source: string | null;
}

/** Receives these and lets the model say how they sound. */
async function hear(...texts: string[]): Promise<Heard[]> {
  for (const text of texts) await receive(workspace, channelId, createdEvent(anInboundMessage({ text })));
  const ids = (await all()).map(({ id }) => id);
  await judgeAll(ids);
  return all();
}

function judgeAll(messageIds: string[]): Promise<void> {
  return runUnitOfWork(systemContextOf(workspace), (work) => judgeSentiments.run(work, { messageIds }));
}

function learn(): Promise<void> {
  return runUnitOfWork(systemContextOf(workspace), (work) => learnFromCorrections.run(work, {}));
}

function all(): Promise<Heard[]> {
  return workspace.db.query<Heard>(sql`SELECT id, conversation_id AS "conversationId", sentiment, sentiment_source AS source
    FROM messages WHERE workspace_id = ${workspace.db.workspaceId} ORDER BY id`);
}

it('suggests, bows to a person at once, and never takes it back', async () => {
  const [message] = await hear('Vielen Dank für die tolle und schnelle Hilfe!');
  if (!message) throw new Error('nothing heard');
  expect(message).toMatchObject({ sentiment: 'positive', source: 'model' });
  const { id: messageId, conversationId } = message;
  const view = await execute(correctSentiment, mira, { conversationId, messageId, sentiment: 'negative' });
  expect(view.sentiment).toEqual({ value: 'negative', confidence: 1, source: 'person' });
  await judgeAll([messageId]);
  expect(await all()).toMatchObject([{ sentiment: 'negative', source: 'person' }]);
  // The same again is no further correction.
  await execute(correctSentiment, mira, { conversationId, messageId, sentiment: 'negative' });
  expect((await listSentiments(mira, { conversationId, messageId })).data).toMatchObject([
    { sentiment: 'negative', previous: 'positive', previousSource: 'model', memberName: 'Mira' },
  ]);
});

it('learns the words of a workspace, for that workspace only', async () => {
  const praise = [
    'Das knuspert!',
    'Wieder so ein Knusper',
    'Knuspert richtig',
    'Na, das knuspert aber',
    'Es knuspert',
  ];
  const heard = await hear(...praise);
  for (const { id: messageId, conversationId } of heard) {
    await execute(correctSentiment, mira, { conversationId, messageId, sentiment: 'positive' });
  }
  await learn();
  const [{ n } = { n: 0 }] = await workspace.db.query<{ n: number }>(
    sql`SELECT corrections AS n FROM sentiment_models WHERE workspace_id = ${workspace.db.workspaceId}`,
  );
  expect(n).toBe(5);
  await hear('Der Keks knuspert', 'Das ist eine Frechheit, ich will mein Geld zurück!');
  expect((await all()).slice(5)).toMatchObject([{ sentiment: 'positive' }, { sentiment: 'negative' }]);
});

it('gives the same model when it learns twice', async () => {
  const [message] = await hear('Das ist ja ein Ding');
  if (!message) throw new Error('nothing heard');
  await execute(correctSentiment, mira, {
    conversationId: message.conversationId,
    messageId: message.id,
    sentiment: 'negative',
  });
  const weights = () => workspace.db.query(sql`SELECT weights, bias FROM sentiment_models`);
  await learn();
  const first = await weights();
  await learn();
  expect(await weights()).toEqual(first);
});

it('refuses what is not a person’s message', async () => {
  const [message] = await hear('');
  if (!message) throw new Error('nothing heard');
  const input = { conversationId: message.conversationId, messageId: message.id, sentiment: 'neutral' };
  await expect(execute(correctSentiment, mira, input)).rejects.toMatchObject({ reason: 'no_sentiment' });
});
