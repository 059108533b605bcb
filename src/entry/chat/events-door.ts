import { AppError } from '@/kernel/errors';
import { hub } from '@/platform/realtime/hub';
import { type Line, openLine } from '../event-line';
import type { Door } from '../node-http';
import { type ListVisitorMessages, lookAt } from './message-doors';
import { type FindRoute, type Visit, visitorDoor } from './visit';

const HEARTBEAT_MS = 15_000;
const LOOK_GAP_MS = 200;
/** Windows of one visitor, and of one address, in this process. */
const MOST_OF_VISITOR = 6;
const MOST_OF_ADDRESS = 200;

const open = new Map<string, number>();

/**
 * The visitor's conversation, live: the whole of what they see at once and again whenever that changes, so that whoever
 * was away has missed nothing. Ends when the channel is removed or the page's origin is taken off its list.
 */
export function visitorEventsDoor(tools: { findRoute: FindRoute; listMessages: ListVisitorMessages }): Door {
  return visitorDoor(tools.findRoute, async (visit, request) => {
    const visitorId = visit.visitorId();
    await visit.count('stream', visitorId, 60);
    const release = claim([
      [`${visit.channel.id}:${visitorId}`, MOST_OF_VISITOR],
      [visit.address, MOST_OF_ADDRESS],
    ]);
    return new Response(streamFor(visit, visitorId, tools.listMessages, request.signal, release), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
        connection: 'keep-alive',
      },
    });
  });
}

/** @returns what gives the places back */
function claim(places: readonly [key: string, most: number][]): () => void {
  if (places.some(([key, most]) => (open.get(key) ?? 0) >= most)) {
    throw new AppError('rate_limited', 'too_many_streams', { retryAfter: 30 });
  }
  for (const [key] of places) open.set(key, (open.get(key) ?? 0) + 1);
  return () => {
    for (const [key] of places) {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    }
  };
}

function streamFor(
  visit: Visit,
  visitorId: string,
  listMessages: ListVisitorMessages,
  signal: AbortSignal,
  release: () => void,
): ReadableStream<Uint8Array> {
  let line: Line | undefined;
  return new ReadableStream<Uint8Array>({
    start: async (controller) => {
      line = openLine(controller);
      const { stop } = line;
      line.onEnd(release);
      signal.addEventListener('abort', stop, { once: true });
      await feed(line, visit, visitorId, listMessages).catch(stop);
      // Gone while it began: what was opened meanwhile is closed again.
      if (line.isOver() || signal.aborted) stop();
    },
    cancel: () => line?.stop(),
  });
}

async function feed(
  line: Line,
  visit: Visit,
  visitorId: string,
  listMessages: ListVisitorMessages,
): Promise<void> {
  const context = await visit.context();
  const visitor = { channelId: visit.channel.id, visitorId };
  let conversationId: string | null = null;
  let last = '';
  const look = async () => {
    const seen = await lookAt(context, visitor, listMessages);
    conversationId = seen.conversationId;
    const page = JSON.stringify(seen.page);
    // A note, or a reply that may still be taken back: nothing of it is seen outside, nor that it was written.
    if (page !== last) line.send(`event: page\ndata: ${page}\n\n`);
    last = page;
  };
  const lookAgain = oneAtATime(look, line.stop);
  line.onEnd(
    await hub().listen(visit.workspaceId, {
      onEvent: ({ type, payload }) => {
        if (type !== 'message.created' && type !== 'message.changed') return;
        // Before somebody's first message is applied, any may be it.
        if (payload.conversationId === (conversationId ?? payload.conversationId)) lookAgain();
      },
      onPresence: () => {},
    }),
  );
  const heartbeat = setInterval(() => {
    line.send(': still here\n\n');
    void visit.isStillWelcome().then((isWelcome) => isWelcome || line.stop());
  }, HEARTBEAT_MS);
  line.onEnd(() => clearInterval(heartbeat));
  await look();
}

/** Calls that come while one runs, or within `LOOK_GAP_MS` after it, are one more call together. */
function oneAtATime(run: () => Promise<void>, onError: () => void): () => void {
  let isRunning = false;
  let isAsked = false;
  const next = async () => {
    while (isAsked) {
      isAsked = false;
      await run();
      await new Promise((resolve) => setTimeout(resolve, LOOK_GAP_MS));
    }
  };
  return () => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    void next()
      .catch(onError)
      .finally(() => {
        isRunning = false;
      });
  };
}
