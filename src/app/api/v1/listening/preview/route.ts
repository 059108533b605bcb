import { readRoute } from '@/entry/route';
import { previewInput, previewView } from '@/modules/listening/contract';
import { previewQuery } from '@/modules/listening/queries/preview-query';

export const GET = readRoute({
  summary: 'What a search would have found in the last 7 days',
  permission: 'listening.read',
  input: previewInput,
  output: previewView,
  run: previewQuery,
});
