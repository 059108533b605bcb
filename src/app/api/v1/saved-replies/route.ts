import { readRoute, writeRoute } from '@/entry/route';
import { nothingInput, replyList, savedReply } from '@/modules/conversations/contract/saved';
import { listReplies } from '@/modules/conversations/queries/list-saved';
import { createReply } from '@/modules/conversations/use-cases/manage-replies';

export const GET = readRoute({
  summary: 'Texts to be reused',
  permission: 'saved_replies.read',
  input: nothingInput,
  output: replyList,
  run: async (context) => ({ data: await listReplies(context), nextCursor: null }),
});

export const POST = writeRoute(createReply, {
  summary: 'Keeps a text to be reused',
  output: savedReply,
  status: 201,
});
