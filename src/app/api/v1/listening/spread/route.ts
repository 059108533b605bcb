import { readRoute } from '@/entry/route';
import { nothingInput, spreadList } from '@/modules/listening/contract';
import { listSpread } from '@/modules/listening/queries/list-spread';

export const GET = readRoute({
  summary: 'Stories that spread now, and how much each signal counts',
  permission: 'listening.read',
  input: nothingInput,
  output: spreadList,
  run: listSpread,
});
