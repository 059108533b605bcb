import { downloadRoute } from '@/entry/file-route';
import { rawEventRefInput } from '@/modules/channels/contract/raw-events';
import { getRawEventFile } from '@/modules/channels/queries/raw-event';

export const GET = downloadRoute({
  summary: 'The bytes of an event as the network sent them',
  permission: 'channels.inspect',
  input: rawEventRefInput,
  run: getRawEventFile,
});
