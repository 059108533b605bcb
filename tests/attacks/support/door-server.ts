import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerWith, type Door } from '@/entry/node-http';

export interface DoorServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** A door on plain Node, as src/server.ts hosts it: what is sent here is what is really on the wire. */
export async function serveDoor(
  door: Door,
  paramsOf: (path: string) => Record<string, string>,
): Promise<DoorServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    void answerWith(door, paramsOf(path), request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
