import type { Connector, Refusal } from '@/connectors/contract';
import { askConnector } from '@/modules/channels/use-cases/ask-connector';
import { keepFiles } from '@/modules/channels/use-cases/keep-files';
import { loseAccess } from '@/modules/channels/use-cases/lose-access';
import { withFreshAccess } from '@/modules/channels/use-cases/refresh-access';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { fateOf } from '../domain/inbound/unresolved';

/** Deliveries looked at before a batch is applied, and how many of them are asked for at once. */
const MOST = 100;
const AT_ONCE = 4;
const SECONDS_WITHOUT_ACCESS = 30;

interface Unresolved {
  id: string;
  body: Buffer;
  attempts: number;
  tryAt: Date | null;
}

type Answer = Awaited<ReturnType<NonNullable<Connector['resolveInbound']>>>;
type Resolved = Extract<Answer, { outcome: 'resolved' }>;

/** What holds the line: until when, or (null) until an admin has done something. */
export interface Held {
  until: Date | null;
}

/**
 * Fetches what a channel's oldest waiting deliveries mean, where they carry ids only; what was fetched is kept beside
 * the body. Order matters: one that cannot be fetched holds those behind it for a while, then it is put aside with its
 * reason. @returns null where nothing holds the line
 */
export async function resolveInbound(context: TenantContext<null>, channelId: string): Promise<Held | null> {
  const waiting = await findUnresolved(context, channelId);
  const [first] = waiting;
  if (!first) return null;
  if (first.tryAt && first.tryAt > context.now()) return { until: first.tryAt };
  const fresh = await withFreshAccess(context, channelId);
  // Without access it is no delivery's fault: none is tried, and all of them wait.
  if (fresh.outcome === 'retry') {
    return { until: new Date(context.now().getTime() + (fresh.retryAfter ?? SECONDS_WITHOUT_ACCESS) * 1000) };
  }
  if (fresh.outcome === 'failed' || fresh.access.state === 'needs_reconnect') return { until: null };
  const ask = ({ body }: Unresolved) =>
    askConnector(
      context,
      channelId,
      async (): Promise<Answer> =>
        (await fresh.connector.resolveInbound?.(
          body,
          fresh.access,
          context.offers.outbound,
          context.now(),
        )) ?? { outcome: 'resolved', body },
    );
  for (let start = 0; start < waiting.length; start += AT_ONCE) {
    const few = waiting.slice(start, start + AT_ONCE);
    const answers = await Promise.all(few.map(async (event) => ({ event, answer: await ask(event) })));
    for (const { event, answer } of answers) {
      const held =
        answer.outcome === 'resolved'
          ? await keepResolved(context, channelId, event, answer)
          : await keepRefusal(context, channelId, event, answer);
      if (held) return held;
    }
  }
  return null;
}

/** Plan: partial index raw_events_pending. */
function findUnresolved({ db }: TenantContext<null>, channelId: string): Promise<Unresolved[]> {
  return db.query<Unresolved>(sql`
    SELECT id, body, attempts, try_at AS "tryAt" FROM raw_events
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND state = 'pending' AND resolved_at IS NULL
    ORDER BY position LIMIT ${MOST}`);
}

async function keepResolved(
  context: TenantContext<null>,
  channelId: string,
  event: Unresolved,
  { body, files = [] }: Resolved,
): Promise<null> {
  await keepFiles(context, channelId, files);
  const resolved = event.body.equals(body) ? null : Buffer.from(body);
  const { db } = context;
  await db.query(sql`
    UPDATE raw_events SET resolved_body = ${resolved}::bytea, resolved_at = now(), try_at = NULL
    WHERE workspace_id = ${db.workspaceId} AND id = ${event.id}::uuid AND state = 'pending'`);
  return null;
}

function keepRefusal(
  context: TenantContext<null>,
  channelId: string,
  { id, attempts }: Unresolved,
  refusal: Refusal,
): Promise<Held | null> {
  const fate = fateOf(refusal, attempts + 1);
  const { reason, detail } = refusal;
  const said = detail === undefined ? null : JSON.stringify({ error: detail.slice(0, 2000) });
  return runUnitOfWork(context, async (work) => {
    if (fate.fate === 'lost') {
      await loseAccess.run(work, { channelId, reason });
      return { until: null };
    }
    const until = fate.fate === 'again' ? new Date(work.now().getTime() + fate.seconds * 1000) : null;
    await work.db.query(sql`
      UPDATE raw_events SET attempts = attempts + 1, try_at = ${until}, reason = ${reason}, detail = ${said}::jsonb,
        state = ${until ? 'pending' : 'parked'}, processed_at = CASE WHEN ${until === null} THEN now() END
      WHERE workspace_id = ${work.db.workspaceId} AND id = ${id}::uuid AND state = 'pending'`);
    return until && { until };
  });
}
