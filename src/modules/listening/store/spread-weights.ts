import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { type SpreadSignal, spreadSignals } from '../contract';
import { weightAfter } from '../domain/velocity';

/** False alarms by signal. */
export async function findFalseAlarms(db: TenantDb): Promise<Record<SpreadSignal, number>> {
  const rows = await db.query<{ signal: SpreadSignal; falseAlarms: number }>(sql`
    SELECT signal, false_alarms AS "falseAlarms" FROM spread_weights WHERE workspace_id = ${db.workspaceId}`);
  const of = (signal: SpreadSignal) => rows.find((row) => row.signal === signal)?.falseAlarms ?? 0;
  return { replies: of('replies'), shares: of('shares'), views: of('views') };
}

export async function findWeights(db: TenantDb): Promise<Record<SpreadSignal, number>> {
  const alarms = await findFalseAlarms(db);
  return Object.fromEntries(spreadSignals.map((signal) => [signal, weightAfter(alarms[signal])])) as Record<
    SpreadSignal,
    number
  >;
}
