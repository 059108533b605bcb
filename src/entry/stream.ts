import { newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { RecordedEvent } from '@/platform/events/event';
import { parsePosition } from '@/platform/events/outbox';
import { type HubListener, hub } from '@/platform/realtime/hub';
import { authoriseSession, requireContext } from './authorise';
import { type Line, openLine } from './event-line';
import { problemResponse } from './problem';

const HEARTBEAT_MS = 15_000;
const CATCH_UP_LIMIT = 1000;

/**
 * Server-sent events of one workspace: ids only, the client fetches what it shows. `Last-Event-ID` (or `after`)
 * catches up what was missed; where that is too much, `reset` asks the client to reload. Closed at once when
 * the member is removed, changes role or signs out.
 */
export async function openStream(request: Request): Promise<Response> {
  const requestId = newId();
  try {
    const { searchParams } = new URL(request.url);
    const slug = searchParams.get('workspace');
    const cookie = request.headers.get('cookie');
    const context = requireContext(await authoriseSession(cookie, slug, requestId));
    const after = request.headers.get('last-event-id') ?? searchParams.get('after');
    const isStillAllowed = async () =>
      (await authoriseSession(cookie, slug))?.context?.actor.role === context.actor.role;
    return new Response(streamFor(context, after, isStillAllowed, request.signal), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
        connection: 'keep-alive',
      },
    });
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

function streamFor(
  context: MemberContext,
  after: string | null,
  isStillAllowed: () => Promise<boolean>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let line: Line | undefined;
  return new ReadableStream<Uint8Array>({
    start: async (controller) => {
      line = openLine(controller);
      const { stop } = line;
      signal.addEventListener('abort', stop, { once: true });
      await feed(line, context, after, isStillAllowed).catch((error) => {
        context.log.warn({ err: error }, 'a stream could not begin');
        stop();
      });
      // Gone while it began: what was opened meanwhile is closed again.
      if (line.isOver() || signal.aborted) stop();
    },
    cancel: () => line?.stop(),
  });
}

async function feed(
  { send, stop, onEnd }: Line,
  context: MemberContext,
  after: string | null,
  isStillAllowed: () => Promise<boolean>,
): Promise<void> {
  // Where nobody can say, the stream ends too: the client comes back and is asked at the door.
  const ask = () => void isStillAllowed().then((isAllowed) => isAllowed || stop(), stop);
  const heartbeat = setInterval(() => {
    send(': still here\n\n');
    ask();
  }, HEARTBEAT_MS);
  onEnd(() => clearInterval(heartbeat));
  const seen = new Set<string>();
  const listener: HubListener = {
    onEvent: (event) => {
      if (seen.has(event.id)) return;
      send(frame(event));
      if (concernsAccess(event, context)) ask();
    },
    onPresence: ({ workspaceId: _, ...presence }) => {
      send(`event: presence\ndata: ${JSON.stringify(presence)}\n\n`);
    },
  };
  onEnd(await hub().listen(context.workspace.id, listener));
  send('retry: 1000\nevent: ready\ndata: {}\n\n');
  for (const event of await missedEvents(context, after)) {
    if (event !== 'reset') seen.add(event.id);
    send(event === 'reset' ? 'event: reset\ndata: {}\n\n' : frame(event));
  }
}

function frame({ position, type, payload, memberId }: RecordedEvent): string {
  return `id: ${position}\nevent: change\ndata: ${JSON.stringify({ type, payload, memberId })}\n\n`;
}

function concernsAccess(event: RecordedEvent, context: MemberContext): boolean {
  return event.type.startsWith('member.') && event.payload.memberId === context.actor.memberId;
}

/** Events of this workspace behind the position the client last saw. Plan: index on (xid, id), filtered by workspace. */
async function missedEvents(
  context: MemberContext,
  after: string | null,
): Promise<(RecordedEvent | 'reset')[]> {
  const position = parsePosition(after);
  if (!position) return after === null ? [] : ['reset'];
  const rows = await context.db.query<RecordedEvent>(sql`
    SELECT id, xid::text || ':' || id::text AS position, type, payload, member_id AS "memberId",
      workspace_id AS "workspaceId", created_at AS "createdAt"
    FROM outbox_events
    WHERE workspace_id = ${context.workspace.id} AND (xid, id) > (${position.xid}::xid8, ${position.id}::uuid)
      AND xid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY xid, id LIMIT ${CATCH_UP_LIMIT + 1}`);
  return rows.length > CATCH_UP_LIMIT ? ['reset'] : rows;
}
