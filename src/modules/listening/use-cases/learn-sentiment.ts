import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { baseModel } from '../domain/sentiment/base-model';
import { ownTraining, trainModel } from '../domain/sentiment/train-model';
import { corrections, keepModel } from '../store/sentiment-models';
import { judgeSentiments } from './judge-sentiments';

/**
 * The workspace's model, from the shipped one and what people said here, made from the start each time: the same
 * corrections give the same model, and a message that is gone is forgotten. Run twice, it does the same twice.
 */
export const learnFromCorrections = defineSystemUseCase<Record<string, never>, void>({
  name: 'listening.learn_sentiment',
  run: async (work) => {
    const { db, now } = work;
    await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sentiment:${db.workspaceId}`}, 0))`);
    const examples = await corrections(db);
    if (examples.length === 0) return;
    await keepModel(db, trainModel(examples, { ...ownTraining, from: baseModel() }), examples.length, now());
    await judgeSentiments.run(work, { messageIds: 'judged' });
  },
});
