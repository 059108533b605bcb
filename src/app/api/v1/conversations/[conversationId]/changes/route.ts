import { writeRoute } from '@/entry/route';
import { triageOutput } from '@/modules/conversations/contract';
import { triageConversation } from '@/modules/conversations/use-cases/triage-conversation';

export const POST = writeRoute(triageConversation, {
  summary: 'Assigns, tags, prioritises, snoozes, resolves, reopens',
  output: triageOutput,
});
