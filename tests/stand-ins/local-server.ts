import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  /** With its query, as it came over the wire. */
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
  /** As they came, for bodies that are no text. */
  bytes: Uint8Array;
}
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers,
    body: bytes.toString(),
    bytes,
  };
}

function reply(response: ServerResponse, { status, headers = {}, body = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  const isReady = typeof body === 'string' || body instanceof Uint8Array;
  response.end(isReady ? body : JSON.stringify(body));
}

/** A server on a free loopback port; `close` also drops open connections. */
export async function startLocalServer(
  answer: (request: ReceivedRequest) => Answer | Promise<Answer>,
): Promise<{ url: string; close(): Promise<void> }> {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      reply(response, await answer(await readRequest(request)));
    } catch (error) {
      reply(response, { status: 500, body: String(error) });
    }
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
