import { suggestSentiments } from '@/modules/conversations/use-cases/suggest-sentiments';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { judge } from '../domain/sentiment/sentiment-model';
import { modelOf } from '../store/sentiment-models';

/** Suggests how messages sound, by the workspace's own model where it has one. */
export const judgeSentiments = defineSystemUseCase<{ messageIds: readonly string[] | 'judged' }, void>({
  name: 'listening.judge_sentiments',
  run: async (work, { messageIds }) => {
    const model = await modelOf(work.db);
    await suggestSentiments.run(work, { messageIds, judge: (text) => judge(model, text) });
  },
});
