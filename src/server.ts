import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { matchApiRoute } from '@/app/api/match';
import { answerWith } from '@/entry/node-http';
import { env } from '@/platform/env';
import { log } from '@/platform/log/log';

process.title = 'rapport-web';

/**
 * One port, two hosts: the API's doors are web-standard functions and run on plain Node (no page rendering
 * between them and the socket), pages are Next.js's. Measured in docs/performance.md.
 */
const { HOST, PORT, NODE_ENV, TRUST_PROXY } = env();
const app = next({ dev: NODE_ENV === 'development', hostname: HOST, port: PORT });
const renderPage = app.getRequestHandler();
await app.prepare();

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  // Limits are counted by address: without a proxy of the operator's own, nobody may claim another one.
  if (!TRUST_PROXY) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  const match = matchApiRoute(request.method ?? 'GET', request.url ?? '/');
  const answered = match
    ? answerWith(match.handler, match.params, request, response)
    : renderPage(request, response);
  void answered.catch((error) => {
    log.error({ err: error }, 'a request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.keepAliveTimeout = 65_000;
server.listen(PORT, HOST, () => {
  log.info({ host: HOST, port: PORT }, 'web ready');
  process.send?.('ready');
});

let isStopping = false;
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  // Streams stay open for ever; everything else has had its time.
  setTimeout(() => server.closeAllConnections(), 2000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
