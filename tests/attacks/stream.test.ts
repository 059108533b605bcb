import { describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { removeMember } from '@/modules/workspaces/use-cases/remove-member';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aMember, aWorkspace } from '../factories/workspaces';
import { anIntegration } from '../faults/support/api-channel';
import { pause } from '../faults/support/chance';
import { cookieOf, streamAs } from './support/open-stream';

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited 5 s in vain');
    await pause(20);
  }
}

describe('the stream', () => {
  it('opens for members only, and tells nobody else whether the workspace exists', async () => {
    const ours = await aWorkspace();
    const theirs = await aWorkspace();
    const { cookie } = await cookieOf(await aMember(theirs));
    const anonymous = await streamAs(null, ours.slug);
    const stranger = await streamAs(cookie, ours.slug);
    const nowhere = await streamAs(cookie, 'no-such-workspace');
    await Promise.all([anonymous.ended, stranger.ended, nowhere.ended]);
    expect([anonymous.status, stranger.status, nowhere.status]).toEqual([401, 404, 404]);
    const withoutId = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
    expect(withoutId(stranger.text())).toBe(withoutId(nowhere.text()));
  });

  it('does not open with a cookie that was altered or a session that was ended', async () => {
    const workspace = await aWorkspace();
    const { cookie, sessionId } = await cookieOf(await aMember(workspace));
    const altered = await streamAs(`${cookie.slice(0, -4)}AAAA`, workspace.slug);
    expect(altered.status).toBe(401);
    await systemDb('sign-in').query(
      sql`UPDATE sessions SET revoked_at = now() WHERE id = ${sessionId}::uuid`,
    );
    expect((await streamAs(cookie, workspace.slug)).status).toBe(401);
  });

  it('carries the ids of its own workspace and nothing of another', async () => {
    const ours = await aWorkspace();
    const theirs = await aWorkspace();
    const admin = await aMember(ours, { role: 'admin' });
    const foreignAdmin = await aMember(theirs, { role: 'admin' });
    const stream = await streamAs((await cookieOf(admin)).cookie, ours.slug);
    await until(() => stream.text().includes('event: ready'));
    const foreign = await anIntegration(foreignAdmin);
    await receive(theirs, foreign.channelId, createdEvent(anInboundMessage()));
    const own = await anIntegration(admin);
    await receive(ours, own.channelId, createdEvent(anInboundMessage()));
    await until(() => stream.text().includes('message.created'));
    const [theirMessage] = await theirs.db.query<{ id: string }>(sql`SELECT id FROM messages`);
    const [ourMessage] = await ours.db.query<{ id: string }>(sql`SELECT id FROM messages`);
    expect(stream.text()).toContain(ourMessage?.id);
    expect(stream.text()).not.toContain(theirMessage?.id);
    expect(stream.text()).not.toContain(theirs.id);
    expect(stream.text()).not.toContain('Kann mir jemand');
    stream.leave();
    await stream.ended;
  });

  it('ends when the member is removed, and tells nothing of what happens afterwards', async () => {
    const workspace = await aWorkspace();
    const admin = await aMember(workspace, { role: 'admin' });
    const member = await aMember(workspace);
    const stream = await streamAs((await cookieOf(member)).cookie, workspace.slug);
    await until(() => stream.text().includes('event: ready'));
    await execute(removeMember, admin, { memberId: member.actor.memberId });
    await Promise.race([
      stream.ended,
      pause(3000).then(() => {
        throw new Error('still open');
      }),
    ]);
    const { channelId } = await anIntegration(admin);
    await receive(workspace, channelId, createdEvent(anInboundMessage()));
    await pause(300);
    expect(stream.text()).not.toContain('message.created');
  });
});
