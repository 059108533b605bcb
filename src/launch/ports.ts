import { createServer } from 'node:net';
import { Refusal, type Voice } from './voice';

export async function isPortFree(port: number, host: string): Promise<boolean> {
  return (await listenOnce(port, host)) !== undefined;
}

export async function freePort(): Promise<number> {
  const port = await listenOnce(0, '127.0.0.1');
  if (port === undefined) throw new Error('No free port on 127.0.0.1');
  return port;
}

function listenOnce(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** The port asked for, or the first free one from 3000 when none was; throws Refusal when the one asked for is taken. */
export async function choosePort(asked: number | undefined, host: string, voice: Voice): Promise<number> {
  if (asked !== undefined) {
    if (await isPortFree(asked, host)) return asked;
    throw new Refusal(
      `PORT ${asked} is taken on ${host}: expected a free port, or none to let one be chosen`,
    );
  }
  for (let port = 3000; port < 3200; port += 1) {
    if (!(await isPortFree(port, host))) continue;
    if (port > 3000) voice.line(`  Port 3000 is taken; using ${port}`);
    return port;
  }
  throw new Refusal(`No port from 3000 to 3199 is free on ${host}: set PORT`);
}
