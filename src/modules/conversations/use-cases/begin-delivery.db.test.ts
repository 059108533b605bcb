import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { GET as download } from '@/app/api/files/[token]/route';
import { execute } from '@/entry/execute';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { fillEnv } from '@/platform/env';
import { downloadLink, openDownload } from '@/platform/files/download-link';
import { createOutbound } from '@/platform/http/outbound';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../../../../tests/factories/channels';
import {
  aMember,
  aWorkspace,
  systemContextOf,
  type TestWorkspace,
} from '../../../../tests/factories/workspaces';
import { startCallback } from '../../../../tests/stand-ins/callback';
import { deliverToNetwork } from './deliver-message';
import { sendMessage } from './send-message';
import { storeAttachment } from './store-attachment';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const folder = mkdtempSync(join(tmpdir(), 'rapport-delivery-'));
fillEnv({ DATA_DIR: folder }, { override: true });
const callback = await startCallback();
const outbound = createOutbound({ allow: ['127.0.0.1'] });
afterAll(async () => {
  await callback.close();
  await outbound.close();
  rmSync(folder, { recursive: true, force: true });
});

let workspace: TestWorkspace;
let mira: MemberContext;
let system: TenantContext<null>;

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { role: 'admin', name: 'Mira' });
  system = systemContextOf(workspace);
  system = { ...system, offers: { ...system.offers, outbound } };
  callback.delivered.length = 0;
});

/** An answer with these files, sent and delivered. */
async function answerWith(files: { name: string }[]): Promise<void> {
  const channel = await anApiChannel(mira, { settings: { callbackUrl: callback.url } });
  callback.trust(channel.shownSecrets[0]?.value ?? '');
  await receive(workspace, channel.id, createdEvent(anInboundMessage()));
  const [conversation] = await workspace.db.query<{ id: string }>(sql`SELECT id FROM conversations`);
  const stored = await Promise.all(
    files.map((file) => storeAttachment(mira, file, { bytes: PNG, contentType: 'image/png' })),
  );
  await execute(sendMessage, mira, {
    conversationId: conversation?.id,
    text: 'Here it is.',
    attachmentIds: stored.map(({ id }) => id),
  });
  const [delivery] = await workspace.db.query<{ id: string }>(
    sql`UPDATE deliveries SET due_at = now() RETURNING id`,
  );
  await deliverToNetwork(system, delivery?.id ?? '');
}

const fetchToken = (token: string) =>
  download(new Request(`http://localhost/api/files/${token}`), { params: Promise.resolve({ token }) });
const tokenOf = (url: string | undefined) => url?.split('/').at(-1) ?? '';

it('carries its files to the callback, as addresses that answer them once signed', async () => {
  await answerWith([{ name: 'Größe.png' }, { name: 'two.png' }]);
  const attachments = callback.delivered[0]?.data.attachments ?? [];
  expect(attachments.map(({ url: _, ...rest }) => rest)).toEqual([
    { name: 'Größe.png', contentType: 'image/png', size: 10 },
    { name: 'two.png', contentType: 'image/png', size: 10 },
  ]);
  expect(attachments[0]?.url).toMatch(/^https?:\/\/[^/]+\/api\/files\/[\w-]+$/);
  const answer = await fetchToken(tokenOf(attachments[0]?.url));
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.png",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
});

it('without files says nothing of any', async () => {
  await answerWith([]);
  expect(callback.delivered[0]?.data).not.toHaveProperty('attachments');
});

it('refuses every address that is not exactly what was signed, and another workspace in it', async () => {
  await answerWith([{ name: 'one.png' }]);
  const token = tokenOf(callback.delivered[0]?.data.attachments?.[0]?.url);
  const named = openDownload(token, new Date());
  if (!named) throw new Error('the address opens nothing');
  for (let place = 0; place < token.length; place += 1) {
    const other = token[place] === 'A' ? 'B' : 'A';
    expect(openDownload(token.slice(0, place) + other + token.slice(place + 1), new Date())).toBeNull();
  }
  expect((await fetchToken(`${token}.`)).status).toBe(404);
  expect((await fetchToken('')).status).toBe(404);
  const stranger = await aWorkspace();
  const elsewhere = downloadLink(stranger.id, named.fileId, new Date());
  expect((await fetchToken(tokenOf(elsewhere))).status).toBe(404);
});

it('holds for 24 hours', async () => {
  const made = new Date('2026-11-01T12:00:00Z');
  const token = tokenOf(downloadLink(workspace.id, workspace.id, made));
  expect(openDownload(token, new Date('2026-11-02T11:59:59Z'))).toEqual({
    workspaceId: workspace.id,
    fileId: workspace.id,
  });
  expect(openDownload(token, new Date('2026-11-02T12:00:00Z'))).toBeNull();
  expect((await fetchToken(token)).status).toBe(404);
});
