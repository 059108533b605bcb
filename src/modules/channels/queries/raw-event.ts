import { notFound } from '@/kernel/errors';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { RawEventDetail } from '../contract/raw-events';

interface EventRef {
  channelId: string;
  rawEventId: string;
}

/** Bytes of a body that are shown; all of it is downloaded. */
const SHOWN_BYTES = 100_000;

interface DetailRow extends Omit<RawEventDetail, 'body' | 'resolvedBody' | 'resolvedAt'> {
  body: Buffer;
  resolvedBody: Buffer | null;
  resolvedAt: Date | null;
}

/** One delivery with its beginning, and what it meant. Refuses `raw_event_not_found`. Plan: primary key. */
export async function getRawEvent(
  { db }: Pick<TenantContext, 'db'>,
  { channelId, rawEventId }: EventRef,
): Promise<RawEventDetail> {
  const [row] = await db.query<DetailRow>(sql`
    SELECT id, external_id AS "externalId", headers, substring(body FROM 1 FOR ${SHOWN_BYTES}) AS body, length(body) AS size,
      substring(resolved_body FROM 1 FOR ${SHOWN_BYTES}) AS "resolvedBody", resolved_at AS "resolvedAt"
    FROM raw_events
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND id = ${rawEventId}::uuid`);
  if (!row) throw notFound('raw_event_not_found');
  return {
    ...row,
    body: row.body.toString('utf8'),
    resolvedBody: row.resolvedBody?.toString('utf8') ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

/** The bytes as they came, under a name that is safe on any disk. Refuses `raw_event_not_found`. Plan: primary key. */
export async function getRawEventFile(
  { db }: Pick<TenantContext, 'db'>,
  { channelId, rawEventId }: EventRef,
): Promise<{ bytes: Uint8Array; name: string; contentType: string }> {
  const [row] = await db.query<{ externalId: string; body: Buffer }>(sql`
    SELECT external_id AS "externalId", body FROM raw_events
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND id = ${rawEventId}::uuid`);
  if (!row) throw notFound('raw_event_not_found');
  const stem = row.externalId
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  // Whatever it claims to be, it is bytes: nothing of it is ever drawn by a browser.
  return {
    bytes: row.body,
    name: `event-${stem || row.externalId.length}.txt`,
    contentType: 'application/octet-stream',
  };
}
