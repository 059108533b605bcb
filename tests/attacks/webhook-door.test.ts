import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookDoor } from '@/entry/webhook';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import { sql } from '@/platform/db/sql';
import { anInboundMessage, createdEvent, signed } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { anIntegration, type Integration } from '../faults/support/api-channel';
import { type DoorServer, serveDoor } from './support/door-server';

let workspace: TestWorkspace;
let other: TestWorkspace;
let channel: Integration;
let sibling: Integration;
let foreign: Integration;
let server: DoorServer;

beforeAll(async () => {
  workspace = await aWorkspace();
  other = await aWorkspace();
  const admin = await aMember(workspace, { role: 'admin' });
  channel = await anIntegration(admin);
  sibling = await anIntegration(admin);
  foreign = await anIntegration(await aMember(other, { role: 'admin' }));
  const door = webhookDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents });
  server = await serveDoor(door, (path) => ({ channelId: path.slice('/api/webhooks/'.length) }));
});
afterAll(() => server.close());

const body = () => JSON.stringify(createdEvent(anInboundMessage()));

async function post(text: BodyInit, headers: Record<string, string>, channelId = channel.channelId) {
  const init = { method: 'POST', headers, body: text, duplex: 'half' } as RequestInit;
  const response = await fetch(`${server.url}/api/webhooks/${channelId}`, init);
  const answer = (await response.json()) as { reason?: string; status?: unknown };
  return { status: response.status, reason: answer.reason };
}

async function stored(): Promise<number> {
  const count = sql`SELECT count(*)::int AS n FROM raw_events`;
  const rows = await Promise.all([workspace, other].map(({ db }) => db.query<{ n: number }>(count)));
  return rows.flat().reduce((sum, { n }) => sum + n, 0);
}

/** Whatever is tried, nothing is kept. */
async function isRefused(
  attempt: Promise<{ status: number; reason: string | undefined }>,
  reason: string,
  status = 401,
) {
  const before = await stored();
  expect(await attempt).toEqual({ status, reason });
  expect(await stored()).toBe(before);
}

describe('the signature', () => {
  it('must be there, whole, and of a version we know', async () => {
    const text = body();
    const { 'webhook-signature': signature = '', ...unsigned } = signed(channel.secret, text);
    await isRefused(post(text, unsigned), 'signature_headers_missing');
    await isRefused(post(text, { ...unsigned, 'webhook-signature': 'v1,AAAA' }), 'signature_mismatch');
    await isRefused(
      post(text, { ...unsigned, 'webhook-signature': signature.slice(0, -3) }),
      'signature_mismatch',
    );
    await isRefused(
      post(text, { ...unsigned, 'webhook-signature': signature.replace('v1,', 'v1a,') }),
      'signature_version_unknown',
    );
  });

  it('must be over exactly these bytes', async () => {
    const text = body();
    await isRefused(
      post(text.replace('helfen', 'HELFEN'), signed(channel.secret, text)),
      'signature_mismatch',
    );
    await isRefused(post(`${text} `, signed(channel.secret, text)), 'signature_mismatch');
    await isRefused(post(`\ufeff${text}`, signed(channel.secret, text)), 'signature_mismatch');
  });

  it('covers the id and the time', async () => {
    const text = body();
    const headers = signed(channel.secret, text);
    await isRefused(post(text, { ...headers, 'webhook-id': 'another' }), 'signature_mismatch');
    const later = String(Number(headers['webhook-timestamp']) + 1);
    await isRefused(post(text, { ...headers, 'webhook-timestamp': later }), 'signature_mismatch');
  });

  it('is worth nothing on another channel, of the same workspace or not', async () => {
    const text = body();
    await isRefused(post(text, signed(sibling.secret, text)), 'signature_mismatch');
    await isRefused(post(text, signed(foreign.secret, text)), 'signature_mismatch');
    await isRefused(post(text, signed(channel.secret, text), foreign.channelId), 'signature_mismatch');
  });

  it('cannot be found by many tries in one header', async () => {
    const text = body();
    const headers = signed(channel.secret, text);
    const many = `${'v1,AAAA '.repeat(20)}${headers['webhook-signature']}`;
    await isRefused(post(text, { ...headers, 'webhook-signature': many }), 'signature_mismatch');
  });
});

describe('a delivery that was overheard', () => {
  it('is refused once it is five minutes old, or from the future', async () => {
    const text = body();
    const at = (seconds: number) =>
      signed(channel.secret, text, { at: new Date(Date.now() + seconds * 1000) });
    await isRefused(post(text, at(-310)), 'signature_too_old');
    await isRefused(post(text, at(310)), 'signature_too_new');
    await isRefused(post(text, { ...at(0), 'webhook-timestamp': '1e9' }), 'signature_timestamp_invalid');
  });

  it('changes nothing when it is played again in time', async () => {
    const text = body();
    const headers = signed(channel.secret, text);
    expect((await post(text, headers)).status).toBe(200);
    const before = await stored();
    const again = await Promise.all(Array.from({ length: 20 }, () => post(text, headers)));
    expect(again.every(({ status }) => status === 200)).toBe(true);
    expect(await stored()).toBe(before);
  });
});

describe('the body', () => {
  it('is not read beyond its limit, declared or not', async () => {
    await isRefused(post('x'.repeat(5_000_001), signed(channel.secret, 'x')), 'body_too_large', 422);
    const { status, read } = await postWithoutEnd();
    expect(status).toBe(422);
    expect(read).toBeLessThan(60_000_000);
  });

  it('of the wrong kind is put aside with its reason and told', async () => {
    for (const [text, reason] of [
      ['', 'not_json_object'],
      ['[]', 'not_json_object'],
      ['{"__proto__": {"type": "message.created"}}', 'unknown_delivery_type'],
      ['{"type": "message.created", "timestamp": "2026-11-02T09:12:00Z", "data": {}}', 'invalid_delivery'],
      [`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'unknown_delivery_type'],
      ['\u0000', 'not_json_object'],
    ] as const) {
      expect(await post(text, signed(channel.secret, text))).toEqual({ status: 422, reason });
    }
    const [row] = await workspace.db.query(
      sql`SELECT count(*)::int AS n FROM raw_events WHERE state = 'parked'`,
    );
    expect(row).toEqual({ n: 6 });
  });

  it('that is refused does not take the place of one with the same id that was not', async () => {
    const text = body();
    const id = `twice-${Date.now()}`;
    const bad = '{"type": "nonsense"}';
    await Promise.all([
      post(text, signed(channel.secret, text, { id })),
      post(bad, signed(channel.secret, bad, { id })),
    ]);
    const [row] = await workspace.db.query<{ state: string; body: Buffer }>(
      sql`SELECT state, body FROM raw_events WHERE external_id = ${id}`,
    );
    expect([row?.state, row?.body.toString()]).toEqual(['pending', text]);
  });
});

describe('the address', () => {
  it('names a channel or nothing', async () => {
    const text = body();
    const headers = signed(channel.secret, text);
    for (const channelId of [
      'none',
      channel.channelId.toUpperCase(),
      `${channel.channelId}/../${foreign.channelId}x`,
      `${channel.channelId}%00`,
      `%2e%2e%2f${channel.channelId}`,
      `'or''='`,
      'x'.repeat(5000),
      crypto.randomUUID(),
    ]) {
      await isRefused(post(text, headers, channelId), 'channel_not_found', 404);
    }
  });

  it('gives no way to verify where the network asks for none', async () => {
    const response = await fetch(
      `${server.url}/api/webhooks/${channel.channelId}?hub.challenge=1&hub.mode=subscribe`,
    );
    expect(response.status).toBe(403);
  });
});

/** A sender that declares no length and never stops. */
function postWithoutEnd(): Promise<{ status: number; read: number }> {
  return new Promise((resolve, reject) => {
    const path = `/api/webhooks/${channel.channelId}`;
    const request = httpRequest({ port: server.port, host: '127.0.0.1', path, method: 'POST' });
    const chunk = Buffer.alloc(256_000, 'x');
    let read = 0;
    let isAnswered = false;
    const write = () => {
      while (!isAnswered && read < 200_000_000) {
        read += chunk.length;
        if (!request.write(chunk)) return;
      }
      request.end();
    };
    request.on('drain', write);
    request.on('error', (error) => isAnswered || reject(error));
    request.on('response', (response) => {
      isAnswered = true;
      resolve({ status: response.statusCode ?? 0, read });
      request.destroy();
    });
    write();
  });
}
