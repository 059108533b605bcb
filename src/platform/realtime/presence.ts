import { z } from 'zod';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';

export const PRESENCE_CHANNEL = 'rapport_presence';

/** Who looks at or answers which conversation right now; never stored, forgotten by each screen after a silence. */
const presenceSignal = z.strictObject({
  workspaceId: z.uuid(),
  memberId: z.uuid(),
  conversationId: z.uuid(),
  state: z.enum(['viewing', 'replying', 'gone']),
});
export type PresenceSignal = z.infer<typeof presenceSignal>;

export function parsePresence(payload: string | undefined): PresenceSignal | null {
  try {
    return presenceSignal.parse(JSON.parse(payload ?? ''));
  } catch {
    return null;
  }
}

/** Tells every process; whoever has that workspace's screens open passes it on. */
export async function announcePresence(signal: PresenceSignal): Promise<void> {
  await systemDb('outbox').query(sql`SELECT pg_notify(${PRESENCE_CHANNEL}, ${JSON.stringify(signal)})`);
}
