import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Server-sent events at an address of its own, as large instances have it. */
export async function startStream(token: () => string) {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const isOurs =
      request.url === '/api/v1/streaming/user' && request.headers.authorization === `Bearer ${token()}`;
    response.writeHead(isOurs ? 200 : 401, { 'content-type': 'text/event-stream' });
    if (!isOurs) return response.end();
    response.write(':)\n');
    open.add(response);
    return response.on('close', () => open.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    listeners: () => open.size,
    say: (event: string) => {
      for (const response of open) response.write(`event: ${event}\ndata: {"id":"1"}\n\n`);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
