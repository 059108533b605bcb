import { beforeEach, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { listRawEventsInput } from '@/modules/channels/contract';
import { listRawEvents, listUnfinishedChannels } from '@/modules/channels/queries';
import { getRawEvent, getRawEventFile } from '@/modules/channels/queries/raw-event';
import { startConnecting } from '@/modules/channels/use-cases/start-connecting';
import type { MemberContext } from '@/platform/context/context';
import { anApiChannel, store } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin', name: 'Ada' });
  channelId = (await anApiChannel(admin)).id;
});

const found = async (q: string, at = channelId) => {
  const { data } = await listRawEvents(admin, listRawEventsInput.parse({ channelId: at, q }));
  return data.map(({ externalId }) => externalId);
};

it('finds events by their id in any case and by what their body holds, escaped or not, on this channel alone', async () => {
  const other = (await anApiChannel(admin)).id;
  await store(workspace, channelId, { text: 'Das Zelt drückt' }, 'Order-7');
  await store(workspace, channelId, { text: 'Das Seil hält' }, 'order-8');
  await store(workspace, other, { text: 'Das Zelt drückt' }, 'elsewhere');
  expect(await found('ORDER-')).toEqual(['order-8', 'Order-7']);
  expect(await found('drückt')).toEqual(['Order-7']);
  expect(await found('100%_')).toEqual([]);
});

it('shows one event and hands out its bytes under a safe name; no other channel’s', async () => {
  await store(workspace, channelId, { text: 'Grüße' }, '../../etc/pass"wd');
  const [event] = (await listRawEvents(admin, listRawEventsInput.parse({ channelId }))).data;
  const ref = { channelId, rawEventId: event?.id ?? '' };
  expect(await getRawEvent(admin, ref)).toMatchObject({ body: '{"text":"Grüße"}', resolvedBody: null });
  const file = await getRawEventFile(admin, ref);
  expect(file.name).toBe('event-etc-pass-wd.txt');
  expect(Buffer.from(file.bytes).toString()).toBe('{"text":"Grüße"}');
  const other = (await anApiChannel(admin)).id;
  await expect(getRawEvent(admin, { ...ref, channelId: other })).rejects.toMatchObject({
    reason: 'raw_event_not_found',
  });
});

it('lists what was begun and not finished', async () => {
  await execute(startConnecting, admin, { connector: 'telegram' });
  const unfinished = await listUnfinishedChannels(admin);
  expect(unfinished.map(({ connector, state }) => [connector, state])).toEqual([['telegram', 'connecting']]);
});
