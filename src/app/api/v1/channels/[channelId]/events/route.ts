import { readRoute } from '@/entry/route';
import { listRawEventsInput, rawEventPage } from '@/modules/channels/contract';
import { listRawEvents } from '@/modules/channels/queries';

export const GET = readRoute({
  summary: 'What a channel received, newest first, with what became of it',
  permission: 'channels.inspect',
  input: listRawEventsInput,
  output: rawEventPage,
  run: listRawEvents,
});
