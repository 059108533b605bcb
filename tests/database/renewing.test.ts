import { beforeEach, describe, expect, it } from 'vitest';
import type { RefreshOutcome } from '@/connectors/contract/connecting';
import { execute } from '@/entry/execute';
import { eachDueRefresh } from '@/entry/schedule';
import { withFreshAccess } from '@/modules/channels/use-cases/refresh-access';
import { updateChannel } from '@/modules/channels/use-cases/update-channel';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anAskedChannel, anAskedConnector, speaking } from '../factories/asked-channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let context: TenantContext<null>;
let channelId: string;
let spent: (string | undefined)[];
let answer: () => RefreshOutcome | Promise<RefreshOutcome>;

const inAnHour = () => new Date(Date.now() + 3_600_000);

beforeEach(async () => {
  workspace = await aWorkspace();
  spent = [];
  answer = async () => {
    const refreshToken = `r${spent.length + 1}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return {
      outcome: 'refreshed',
      secrets: { accessToken: `a${spent.length + 1}`, refreshToken },
      refreshAt: inAnHour(),
    };
  };
  const connector = anAskedConnector({
    refreshCredentials: async ({ secrets }) => {
      spent.push(secrets.refreshToken?.[0]);
      return answer();
    },
  });
  context = speaking(systemContextOf(workspace), connector);
  channelId = await anAskedChannel(await aMember(workspace, { role: 'admin' }), connector);
});

const endsIn = (seconds: number) =>
  workspace.db.query(
    sql`UPDATE channels SET refresh_at = now() + ${seconds} * interval '1 second', refresh_not_before = NULL`,
  );
const accessToken = async () => {
  const fresh = await withFreshAccess(context, channelId);
  return fresh.outcome === 'ready' ? fresh.access.secrets.accessToken : fresh;
};
const channel = () => workspace.db.models.channel.findFirst({ where: { id: channelId } });

describe('access that is about to end', () => {
  it('is left alone while it lasts', async () => {
    await endsIn(61);
    expect(await accessToken()).toBeUndefined();
    expect(spent).toEqual([]);
  });

  it.each([30, -30])(
    'is renewed once where it ends in %i seconds, however many ask for it',
    async (seconds) => {
      await endsIn(seconds);
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(accessToken));
      expect(spent).toHaveLength(1);
      // While it lasts, the others go on with what they have; else they wait for the new one.
      if (seconds < 0) expect(answers).toEqual(Array(6).fill(['a2']));
      expect(await accessToken()).toEqual(['a2']);
      const sealed = await workspace.db.models.channelSecret.findMany({ where: { channelId } });
      expect(sealed.map(({ name }) => name).sort()).toEqual(['accessToken', 'refreshToken', 'signingSecret']);
      for (const { sealed: bytes } of sealed) expect(Buffer.from(bytes).toString()).not.toMatch(/a2|r2/);
      await endsIn(seconds);
      await accessToken();
      expect(spent).toEqual([undefined, 'r2']);
    },
  );

  it('is used while it lasts where renewing fails, and is not asked for at once again', async () => {
    answer = () => ({ outcome: 'retry', reason: 'network_unavailable' });
    await endsIn(30);
    expect(await accessToken()).toBeUndefined();
    expect(await accessToken()).toBeUndefined();
    expect(spent).toHaveLength(1);
    await endsIn(-1);
    expect(await accessToken()).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    expect(await accessToken()).toMatchObject({ outcome: 'retry', reason: 'access_renewing' });
    expect(spent).toHaveLength(2);
    expect(await channel()).toMatchObject({ state: 'active', refreshFailures: 2 });
  });

  it('is a matter for an admin where it was revoked, and is not asked for any more', async () => {
    answer = () => ({ outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true });
    await endsIn(-1);
    const lost = { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true };
    expect(await accessToken()).toEqual(lost);
    expect(await channel()).toMatchObject({ state: 'needs_reconnect', stateReason: 'access_token_invalid' });
    await workspace.db.query(sql`UPDATE channels SET refresh_not_before = NULL`);
    expect(await accessToken()).toEqual(lost);
    expect(spent).toHaveLength(1);
  });

  it('stays the admin’s where they connected anew meanwhile', async () => {
    answer = async () => {
      await workspace.db.query(sql`DELETE FROM channel_secrets WHERE channel_id = ${channelId}::uuid`);
      return { outcome: 'refreshed', secrets: { accessToken: 'stale' }, refreshAt: inAnHour() };
    };
    await endsIn(30);
    await accessToken();
    expect(await workspace.db.models.channelSecret.count({ where: { channelId } })).toBe(0);
  });

  it('is renewed by the schedule where nothing else asks, of channels at rest too', async () => {
    const due = async () => {
      const ids: string[] = [];
      await eachDueRefresh(async (_, channelIds) => void ids.push(...channelIds));
      return ids.includes(channelId);
    };
    await endsIn(90);
    expect(await due()).toBe(false);
    await endsIn(30);
    expect(await due()).toBe(true);
    await workspace.db.query(sql`UPDATE channels SET state = 'paused'`);
    expect(await due()).toBe(true);
    answer = () => ({ outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true });
    await accessToken();
    expect(await due()).toBe(false);
    expect(await channel()).toMatchObject({ state: 'paused', refreshAt: null });
  });
});

it('is asked for anew where a password was entered that grants it', async () => {
  const secrets = [
    { name: 'password', origin: 'entered', isRequired: true },
    { name: 'accessToken', origin: 'granted', isRequired: true },
  ] as const;
  const { manifest } = anAskedConnector();
  const connector = anAskedConnector({
    manifest: { ...manifest, secrets },
    refreshCredentials: async ({ secrets: given }) => ({
      outcome: 'refreshed',
      secrets: { accessToken: `for ${given.password?.[0]}` },
      refreshAt: inAnHour(),
    }),
  });
  const admin = await aMember(workspace, { role: 'admin' });
  context = speaking(systemContextOf(workspace), connector);
  channelId = await anAskedChannel(admin, connector, { secrets: { password: 'old' } });
  expect(await accessToken()).toEqual(['for old']);
  await execute(updateChannel, speaking(admin, connector), { channelId, secrets: { password: 'new' } });
  expect(await accessToken()).toEqual(['for new']);
});
