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
import { listConversationsInput } from '../../conversations/contract';
import { getViewCounts } from '../../conversations/queries/get-view-counts';
import { listConversations } from '../../conversations/queries/list-conversations';
import { triageConversation } from '../../conversations/use-cases/triage-conversation';
import { undoChange } from '../../conversations/use-cases/undo-change';
import { listQueries } from '../queries/list-queries';
import { listRules } from '../queries/list-rules';
import { previewQuery } from '../queries/preview-query';
import { hearMessages } from './hear-messages';
import { createQuery, deleteQuery, updateQuery } from './manage-queries';
import { createRule, reverseRule } from './manage-rules';

let workspace: TestWorkspace;
let mira: MemberContext;
let channelId: string;

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { name: 'Mira', role: 'manager' });
  channelId = await aChannel(workspace, { network: 'mastodon' });
});

async function overhear(text: string, name = 'Ole'): Promise<{ conversationId: string; messageId: string }> {
  const contactId = await aContact(workspace, { name });
  const conversationId = await aConversation(workspace, {
    channelId,
    contactId,
    network: 'mastodon',
    kind: 'mention',
    status: 'overheard',
  });
  const messageId = await aMessage(workspace, { conversationId, channelId, contactId, text, kind: 'post' });
  return { conversationId, messageId };
}

const hear = (...messageIds: string[]) =>
  runUnitOfWork(systemContextOf(workspace), (work) => hearMessages.run(work, { messageIds }));
const shown = async (view: string) =>
  (await listConversations(mira, listConversationsInput.parse({ view }))).data;
const search = { name: 'Wir', anyOf: ['Nordlicht', '#zelt'] };
const nothing = { anyOf: [], allOf: [], noneOf: [], networks: [], languages: [] };

describe('searches', () => {
  it('find what comes in, once, and say by which term', async () => {
    const query = await execute(createQuery, mira, search);
    const { messageId } = await overhear('Das NORDLICHT-Zelt hält');
    const other = await overhear('Ein Zelt ohne Namen');
    await hear(messageId, other.messageId);
    await hear(messageId);
    expect(await shown('listening')).toMatchObject([
      { matchedTerms: [] },
      { status: 'overheard', matchedTerms: ['Nordlicht'] },
    ]);
    expect(await listQueries(mira)).toMatchObject([{ id: query.id, found: 1 }]);
  });

  it('find what came in before, and forget what they would not find any more', async () => {
    await overhear('Nordlicht im Norden');
    const query = await execute(createQuery, mira, search);
    expect(query.found).toBe(1);
    const changed = await execute(updateQuery, mira, { queryId: query.id, noneOf: ['norden'] });
    expect(changed).toMatchObject({ found: 0, anyOf: search.anyOf });
    await expect(execute(updateQuery, mira, { queryId: query.id, anyOf: [] })).rejects.toThrow('invalid');
  });

  it('are handed to networks that search themselves, as long as they are at work', async () => {
    const termsOf = () =>
      workspace.db.query(
        sql`SELECT network, term FROM listening_terms WHERE workspace_id = ${workspace.id} ORDER BY term`,
      );
    const query = await execute(createQuery, mira, { ...search, networks: ['bluesky'] });
    expect(await termsOf()).toEqual([
      { network: 'bluesky', term: '#zelt' },
      { network: 'bluesky', term: 'Nordlicht' },
    ]);
    await execute(updateQuery, mira, { queryId: query.id, isActive: false });
    expect(await termsOf()).toEqual([]);
    await execute(deleteQuery, mira, { queryId: query.id });
    expect((await trailOf(workspace)).audits).toEqual([
      'listening.create_query',
      'listening.update_query',
      'listening.delete_query',
    ]);
  });

  it('show what they would have found while they are written', async () => {
    await overhear('Nordlicht!');
    await overhear('nichts');
    expect(await previewQuery(mira, { ...nothing, anyOf: ['nordlicht', '?'] })).toMatchObject({
      count: 1,
      looked: 2,
      isCut: false,
      samples: [{ text: 'Nordlicht!', term: 'nordlicht', network: 'mastodon', author: 'Ole' }],
    });
    expect(await previewQuery(mira, { ...nothing, anyOf: ['?'] })).toMatchObject({ count: 0 });
  });
});

describe('what is overheard', () => {
  it('stands in its own view and in no count of ours, until somebody takes it up', async () => {
    const { conversationId } = await overhear('Nordlicht');
    expect(await shown('all')).toEqual([]);
    expect((await getViewCounts(mira)).standard).toMatchObject({
      all: 0,
      open: 0,
      unassigned: 0,
      listening: 1,
    });
    const { conversation, undoId } = await execute(triageConversation, mira, {
      conversationId,
      action: { type: 'take_up' },
    });
    expect(conversation.status).toBe('open');
    expect(conversation.waitingSince).not.toBeNull();
    expect((await getViewCounts(mira)).standard).toMatchObject({ all: 1, open: 1, listening: 0 });
    await execute(undoChange, mira, { bulkChangeId: undoId });
    expect(await shown('listening')).toMatchObject([{ id: conversationId, waitingSince: null }]);
  });

  it('is not for us, and waits for nobody before it is taken up', async () => {
    const { conversationId } = await overhear('Nordlicht');
    const triage = (type: 'resolve' | 'silence') =>
      execute(triageConversation, mira, { conversationId, action: { type } });
    await expect(triage('resolve')).rejects.toThrow('not_taken_up');
    expect((await triage('silence')).conversation.status).toBe('silenced');
    expect(await shown('listening')).toEqual([]);
  });

  it('is taken up by giving it to somebody', async () => {
    const { conversationId } = await overhear('Nordlicht');
    await execute(triageConversation, mira, {
      conversationId,
      action: { type: 'assign', assigneeId: mira.actor.memberId },
    });
    expect(await shown('mine')).toMatchObject([{ id: conversationId, status: 'open' }]);
  });
});

describe('a rule of silence', () => {
  it('silences what comes and what is there, says what, and gives all of it back', async () => {
    const before = await overhear('Großes Gewinnspiel', 'Promo');
    const kept = await overhear('Ein ehrliches Wort');
    const rule = await execute(createRule, mira, { words: ['gewinnspiel'] });
    expect(rule.silenced).toBe(1);
    const after = await overhear('Noch ein GEWINNSPIEL', 'Promo');
    await hear(after.messageId);
    await hear(after.messageId);
    expect((await shown('listening')).map(({ id }) => id)).toEqual([kept.conversationId]);
    const [listed] = await listRules(mira);
    expect(listed).toMatchObject({ silenced: 2, isActive: true });
    expect(listed?.latest.map(({ conversationId }) => conversationId).sort()).toEqual(
      [before.conversationId, after.conversationId].sort(),
    );
    expect(await execute(reverseRule, mira, { silenceRuleId: rule.id })).toEqual({ restored: 2 });
    expect(await shown('listening')).toHaveLength(3);
    await hear(after.messageId);
    expect(await listRules(mira)).toMatchObject([{ silenced: 0, isActive: false }]);
  });

  it('does not silence again what somebody brought back, nor what was taken up', async () => {
    await execute(createRule, mira, { author: '@promo' });
    const { conversationId, messageId } = await overhear('Hallo', 'Promo');
    await hear(messageId);
    const triage = (type: 'unsilence' | 'take_up') =>
      execute(triageConversation, mira, { conversationId, action: { type } });
    await triage('unsilence');
    await hear(messageId);
    expect(await shown('listening')).toHaveLength(1);
    await triage('take_up');
    await hear(messageId);
    expect(await shown('open')).toHaveLength(1);
  });

  it('has to say something', async () => {
    await expect(execute(createRule, mira, {})).rejects.toThrow('invalid');
  });
});
