import { defineSystemUseCase } from '@/platform/context/use-case';
import { findHeard } from '../store/heard-messages';
import { findActiveQueries, recordMatches } from '../store/record-matches';
import { findActiveRules, recordSilence } from '../store/record-silence';

/** Holds what came in against the searches and the rules of silence; the same messages again change nothing. */
export const hearMessages = defineSystemUseCase<{ messageIds: readonly string[] }, void>({
  name: 'listening.hear_messages',
  run: async (context, { messageIds }) => {
    const { db } = context;
    const [queries, rules] = await Promise.all([findActiveQueries(db), findActiveRules(db)]);
    if (queries.length === 0 && rules.length === 0) return;
    const messages = await findHeard(db, messageIds);
    await recordMatches(context, queries, messages);
    await recordSilence(context, rules, messages);
  },
});
