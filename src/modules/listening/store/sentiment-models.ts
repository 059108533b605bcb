import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { baseModel } from '../domain/sentiment/base-model';
import { packModel, unpackModel } from '../domain/sentiment/packed-model';
import type { SentimentModel } from '../domain/sentiment/sentiment-model';
import type { Example } from '../domain/sentiment/train-model';

/** The newest corrections a model learns from; more would hold the worker up, and how people judge changes. */
const MOST_CORRECTIONS = 1000;

interface StoredModel {
  weights: Buffer;
  scales: number[];
  bias: number[];
  trainedAt: Date;
}

/** Unpacked, by workspace, as long as nothing newer is stored; the few that are in use. */
const kept = new Map<string, { trainedAt: number; model: SentimentModel }>();
const MOST_KEPT = 20;

/** The workspace's own model, or the shipped one where it has none (or one of an older shape). Plan: primary key. */
export async function modelOf(db: TenantTransaction): Promise<SentimentModel> {
  const [known] = await db.query<{ trainedAt: Date }>(
    sql`SELECT trained_at AS "trainedAt" FROM sentiment_models WHERE workspace_id = ${db.workspaceId}`,
  );
  if (!known) return baseModel();
  const held = kept.get(db.workspaceId);
  if (held?.trainedAt === known.trainedAt.getTime()) return held.model;
  const [stored] = await db.query<StoredModel>(
    sql`SELECT weights, scales, bias, trained_at AS "trainedAt" FROM sentiment_models WHERE workspace_id = ${db.workspaceId}`,
  );
  const model = (stored && unpackModel(stored)) ?? baseModel();
  if (kept.size >= MOST_KEPT) kept.delete([...kept.keys()][0] ?? '');
  if (stored) kept.set(db.workspaceId, { trainedAt: stored.trainedAt.getTime(), model });
  return model;
}

/** What people said last of each message whose words are still there. Plan: sentiment_corrections_newest. */
export function corrections(db: TenantTransaction): Promise<Example[]> {
  return db.query<Example>(sql`
    SELECT m.text, m.sentiment FROM (
      SELECT message_id, max(created_at) AS at FROM sentiment_corrections WHERE workspace_id = ${db.workspaceId}
      GROUP BY message_id ORDER BY max(created_at) DESC LIMIT ${MOST_CORRECTIONS}
    ) s JOIN messages m ON m.workspace_id = ${db.workspaceId} AND m.id = s.message_id
    WHERE m.deleted_at IS NULL AND m.text <> '' AND m.sentiment_source = 'person' ORDER BY s.at, m.id`);
}

export async function keepModel(
  db: TenantTransaction,
  model: SentimentModel,
  learntFrom: number,
  now: Date,
): Promise<void> {
  const { weights, scales, bias } = packModel(model);
  await db.query(sql`INSERT INTO sentiment_models AS s (workspace_id, weights, scales, bias, corrections, trained_at)
    VALUES (${db.workspaceId}::uuid, ${Buffer.from(weights)}, ${scales}::float8[], ${bias}::float8[], ${learntFrom}, ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET weights = excluded.weights, scales = excluded.scales, bias = excluded.bias,
      corrections = excluded.corrections, trained_at = excluded.trained_at`);
}
