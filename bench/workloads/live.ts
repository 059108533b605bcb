import { Agent, request } from 'undici';
import { sql } from '../../src/platform/db/sql';
import { figuresOf } from '../measure';
import { type Line, limitLine } from '../report';
import type { Subject } from '../subject';
import { aPost } from './webhook';

/** Events a second. */
export const RATE = 50;
export const LIMIT_MS = 250;
/** So many conversations share them: as many as a screen shows at once. */
const CONVERSATIONS = 8;

export interface Acknowledged {
  /** External ids by conversation, in the order they were posted. */
  conversations: string[][];
  /** By the message's external id, which its text repeats: when the 200 was in, milliseconds since the epoch. */
  at: Map<string, number>;
}

/** Posts at an even pace; each delivery on its own, none waits for the one before. */
export async function postEvenly(subject: Subject, url: string, seconds: number): Promise<Acknowledged> {
  const agent = new Agent({ connections: 32 });
  const at = new Map<string, number>();
  const path = `${url}/api/webhooks/${subject.channel.id}`;
  const conversations = Array.from({ length: CONVERSATIONS }, (_, number) => `live-${Date.now()}-${number}`);
  const start = Date.now();
  const posts: Promise<string>[] = [];
  for (let number = 0; number < RATE * seconds; number += 1) {
    const wait = start + (number * 1000) / RATE - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    posts.push(postOne(agent, path, subject, conversations[number % CONVERSATIONS] ?? '', at));
  }
  const ids = await Promise.all(posts);
  await agent.close();
  const ofConversation = (place: number) => ids.filter((_, number) => number % CONVERSATIONS === place);
  return { at, conversations: conversations.map((_, place) => ofConversation(place)) };
}

async function postOne(
  dispatcher: Agent,
  path: string,
  subject: Subject,
  conversation: string,
  at: Map<string, number>,
): Promise<string> {
  const post = aPost(subject, conversation);
  const { statusCode, body } = await request(path, { method: 'POST', dispatcher, ...post });
  await body.text();
  if (statusCode !== 200) throw new Error(`a live event was answered with ${statusCode}`);
  const id = post.headers['webhook-id'] ?? '';
  at.set(id, Date.now());
  return id;
}

/** From the acknowledgement to the event on another member's open stream, applied by the worker in between. */
export async function liveOnStream(subject: Subject, url: string, seconds: number): Promise<Line> {
  const stream = await openStream(subject, url);
  const { at } = await postEvenly(subject, url, seconds);
  const idOf = await messageIds(subject, at.size);
  await stream.until([...idOf.values()]);
  stream.close();
  const delays = [...at].map(
    ([externalId, sent]) => (stream.seen.get(idOf.get(externalId) ?? '') ?? Number.NaN) - sent,
  );
  if (delays.some(Number.isNaN)) throw new Error('an acknowledged event never reached the stream');
  return limitLine(`event acknowledged → on an open stream, ${RATE} events/s`, figuresOf(delays), {
    unit: 'ms',
    limit: LIMIT_MS,
  });
}

/** Waits until the worker has applied all of them. */
async function messageIds(
  { context: { db }, channel }: Subject,
  count: number,
): Promise<Map<string, string>> {
  const end = Date.now() + 60_000;
  for (;;) {
    const rows = await db.query<{ id: string; external_id: string }>(sql`
      SELECT id, external_id FROM messages
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channel.id}::uuid`);
    if (rows.length >= count) return new Map(rows.map(({ id, external_id }) => [external_id, id]));
    if (Date.now() > end) throw new Error(`${rows.length} of ${count} events were applied within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function openStream({ slug, headers }: Subject, url: string) {
  const seen = new Map<string, number>();
  const abort = new AbortController();
  const response = await fetch(`${url}/api/stream?workspace=${slug}`, { headers, signal: abort.signal });
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
  const decoder = new TextDecoder();
  let rest = '';
  const note = (frame: string, now: number) => {
    const data = /^data: (.*)$/m.exec(frame)?.[1];
    if (!data?.includes('message.created')) return;
    const { payload } = JSON.parse(data) as { payload: { messageId: string } };
    if (!seen.has(payload.messageId)) seen.set(payload.messageId, now);
  };
  const read = (async () => {
    for await (const chunk of response.body ?? []) {
      const now = Date.now();
      const frames = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) note(frame, now);
    }
  })();
  read.catch(() => {});
  return {
    seen,
    close: () => abort.abort(),
    until: async (ids: readonly string[]) => {
      const end = Date.now() + 10_000;
      while (Date.now() < end && !ids.every((id) => seen.has(id))) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
