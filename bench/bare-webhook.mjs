// The smallest Node server that checks an HMAC and inserts idempotently: what the webhook door is held against.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const [connectionString, secret, port] = process.argv.slice(2);
const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
const pool = new pg.Pool({ connectionString, max: 12 });
const INSERT = {
  name: 'insert',
  text: 'INSERT INTO bench_deliveries (id, body) VALUES ($1, $2) ON CONFLICT DO NOTHING',
};

function isSigned({ headers }, body) {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.`;
  const expected = createHmac('sha256', key).update(signed).update(body).digest();
  const given = Buffer.from(String(headers['webhook-signature']).slice(3), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function store(request, response, body) {
  if (!isSigned(request, body)) return response.writeHead(401).end();
  await pool.query({ ...INSERT, values: [request.headers['webhook-id'], body] });
  return response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"stored"}');
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => void store(request, response, Buffer.concat(chunks)));
});
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
