import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { env } from '@/platform/env';
import { textOf } from './json-response';

/** A door as both Next.js and the plain server host it. */
export type Door = (
  request: Request,
  route: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Runs a web-standard door on a plain Node request; aborts it when the other side goes away. */
export async function answerWith(
  door: Door,
  params: Record<string, string>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const abort = new AbortController();
  // An answer that is out closes its response too; to abort then would cost each request an error nobody reads.
  outgoing.on('close', () => outgoing.writableFinished || abort.abort());
  const request = await toRequest(incoming, abort.signal);
  const response = await door(request, { params: Promise.resolve(params) });
  const text = textOf(response);
  const headers = Object.fromEntries(response.headers);
  if (text !== undefined) {
    // With its length known, head and body leave in one write.
    outgoing.writeHead(response.status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
    return;
  }
  outgoing.writeHead(response.status, headers);
  if (!response.body) {
    outgoing.end();
    return;
  }
  if (response.headers.has('content-length') || !isStream(response)) {
    outgoing.end(Buffer.from(await response.arrayBuffer()));
    return;
  }
  const reader = response.body.getReader();
  outgoing.flushHeaders();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || abort.signal.aborted) break;
    if (!outgoing.write(value))
      await new Promise((resolve) => outgoing.once('drain', resolve).once('close', resolve));
  }
  void reader.cancel().catch(() => {});
  outgoing.end();
}

function isStream(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return type.startsWith('text/event-stream') || type.startsWith('application/octet-stream');
}

/** Bodies declared as at most so long are gathered before the door is asked: a stream a request is what costs most. */
const GATHERED_BYTES = 262_144;

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else for (const each of value ?? []) headers.append(name, each);
  }
  const init: RequestInit = { method, headers, signal };
  if (method !== 'GET' && method !== 'HEAD') Object.assign(init, await bodyOf(incoming));
  return new Request(new URL(incoming.url ?? '/', env().PUBLIC_URL), init);
}

async function bodyOf(incoming: IncomingMessage): Promise<object> {
  const declared = Number(incoming.headers['content-length'] ?? Number.NaN);
  if (!(declared <= GATHERED_BYTES)) return { body: Readable.toWeb(incoming), duplex: 'half' };
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return { body: Buffer.concat(chunks) };
}
