import type { z } from 'zod';
import { conflict, notFound } from '@/kernel/errors';
import { noteSpreading } from '@/modules/conversations/use-cases/note-listening';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { alertRefInput, type SpreadSignal, signalRefInput } from '../contract';
import { spreadChanged } from '../events';

/** From this many on the weight stands at its least (`weightAfter`). */
const MOST_FALSE_ALARMS = 7;

/** This was no story: it is told no more, and its signal counts less in this workspace. Refuses what is over (`not_spreading`). */
export const markFalseAlarm = defineUseCase({
  name: 'listening.mark_false_alarm',
  permission: 'listening.silence',
  input: alertRefInput,
  run: async (context, { alertId }: z.output<typeof alertRefInput>): Promise<void> => {
    const { db, emit, audit } = context;
    const [alert] = await db.query<{ state: string; signal: SpreadSignal; conversationIds: string[] }>(sql`
      SELECT a.state, a.signal, ARRAY (SELECT p.conversation_id FROM spread_posts p
        WHERE p.workspace_id = a.workspace_id AND p.alert_id = a.id) AS "conversationIds"
      FROM spread_alerts a WHERE a.workspace_id = ${db.workspaceId} AND a.id = ${alertId}::uuid FOR UPDATE`);
    if (!alert) throw notFound('spread_alert_not_found');
    if (alert.state !== 'spreading') throw conflict('not_spreading');
    await db.pipeline(
      sql`UPDATE spread_alerts SET state = 'false_alarm' WHERE workspace_id = ${db.workspaceId} AND id = ${alertId}::uuid`,
      sql`INSERT INTO spread_weights AS w (workspace_id, signal, false_alarms) VALUES (${db.workspaceId}, ${alert.signal}, 1)
        ON CONFLICT (workspace_id, signal) DO UPDATE SET false_alarms = least(w.false_alarms + 1, ${MOST_FALSE_ALARMS})`,
    );
    await noteSpreading.run(context, { conversationIds: alert.conversationIds, since: null });
    emit(spreadChanged(alertId));
    audit({
      action: 'listening.mark_false_alarm',
      subjectType: 'spread_alert',
      subjectId: alertId,
      data: { signal: alert.signal },
    });
  },
});

/** A signal counts in full again. */
export const resetWeight = defineUseCase({
  name: 'listening.reset_weight',
  permission: 'listening.manage',
  input: signalRefInput,
  run: async ({ db, emit, audit }, { signal }: z.output<typeof signalRefInput>): Promise<void> => {
    await db.query(
      sql`DELETE FROM spread_weights WHERE workspace_id = ${db.workspaceId} AND signal = ${signal}`,
    );
    emit(spreadChanged(db.workspaceId));
    audit({ action: 'listening.reset_weight', subjectType: 'workspace', data: { signal } });
  },
});
