import { expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import { aMember, aWorkspace, systemContextOf } from '../factories/workspaces';

const post = {
  id: 5,
  topic_id: 7,
  post_number: 1,
  username: 'jonas',
  user_id: 9,
  created_at: '2026-11-02T09:00:00.000Z',
  updated_at: '2026-11-02T09:00:00.000Z',
  raw: 'Wann kommt das Zelt?',
};

it('a deletion that its network took back brings the message back, an edit alone does not', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, { role: 'admin' });
  const { id: channelId } = await execute(createChannel, admin, {
    connector: 'discourse',
    name: 'Forum',
    settings: { baseUrl: 'https://forum.example.com', username: 'rapport' },
    secrets: { apiKey: 'key' },
  });
  const deliver = async (event: string, changes: object = {}) => {
    const headers = { 'x-discourse-event': event };
    const body = Buffer.from(JSON.stringify({ post: { ...post, ...changes } }));
    await storeRawEvents(workspace.db, [{ id: newId(), channelId, externalId: newId(), headers, body }]);
    await drainChannelEvents(systemContextOf(workspace), channelId);
    const [message] = await workspace.db.models.message.findMany();
    return message;
  };
  expect(await deliver('post_created')).toMatchObject({ text: 'Wann kommt das Zelt?', deletedAt: null });
  expect(await deliver('post_destroyed')).toMatchObject({ text: '', deletedAt: expect.any(Date) });
  const later = { updated_at: '2126-01-01T00:00:00.000Z', version: 2 };
  expect(await deliver('post_edited', later)).toMatchObject({ text: '', deletedAt: expect.any(Date) });
  expect(await deliver('post_recovered')).toMatchObject({ text: 'Wann kommt das Zelt?', deletedAt: null });
  expect(await workspace.db.models.conversation.findMany()).toMatchObject([
    { preview: 'Wann kommt das Zelt?' },
  ]);
});
