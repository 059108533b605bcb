import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Connector } from '@/connectors/contract';
import { execute } from '@/entry/execute';
import { authorizeDoor, callbackDoor } from '@/entry/oauth';
import { offers } from '@/entry/offers';
import { newId } from '@/kernel/ids';
import { getChannelAccess } from '@/modules/channels/queries';
import { getConnectProgress } from '@/modules/channels/queries/connect-progress';
import { beginAuthorizing, finishAuthorizing } from '@/modules/channels/use-cases/authorize-channel';
import { finishConnecting } from '@/modules/channels/use-cases/finish-connecting';
import { saveConnectStep } from '@/modules/channels/use-cases/save-connect-step';
import { startConnecting } from '@/modules/channels/use-cases/start-connecting';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { env } from '@/platform/env';
import { createOutbound } from '@/platform/http/outbound';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { type OidcStandIn, startOidcProvider } from '../stand-ins/oidc';
import { cookieOf } from './support/open-stream';

let provider: OidcStandIn;
const outbound = createOutbound({ allow: ['127.0.0.1'] });
const people = {
  brand: { email: 'brand@example.org', emailVerified: true, name: 'Nordlicht' },
  rival: { email: 'rival@example.org', emailVerified: true, name: 'Suedlicht' },
};

beforeAll(async () => {
  provider = await startOidcProvider(env().PUBLIC_URL, people, 0, '/api/channels/callback');
});
afterAll(async () => {
  await provider.close();
  await outbound.close();
});

/** A network with a consent page: OpenID Connect spoken by hand, as a connector would. */
function network(): Connector {
  const api = offers().connectors.get('api') as Connector;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    ...api,
    manifest: {
      ...api.manifest,
      network: 'mastodon',
      settings: z.strictObject({ note: z.string().optional() }),
      secrets: [{ name: 'accessToken', origin: 'granted', isRequired: true }],
      setup: [
        { name: 'about', asks: ['note'] },
        { name: 'consent', shows: ['redirectUrl'], scopes: ['openid'], proof: 'grant' },
      ],
    },
    authorize: {
      begin: async ({ redirectUrl, state, codeChallenge }) => {
        const query = new URLSearchParams({
          client_id: provider.clientId,
          response_type: 'code',
          scope: 'openid profile',
          redirect_uri: redirectUrl,
          state,
          code_challenge: codeChallenge,
          code_challenge_method: 'S256',
        });
        return { outcome: 'redirect', url: `${provider.issuer}/auth?${query}` };
      },
      finish: async ({ code, redirectUrl, codeVerifier }, _, { http }, now) => {
        const body = new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUrl,
          code_verifier: codeVerifier,
          client_id: provider.clientId,
          client_secret: provider.clientSecret,
        });
        const authorization = `Basic ${btoa(`${provider.clientId}:${provider.clientSecret}`)}`;
        body.delete('client_id');
        body.delete('client_secret');
        const headers = { ...form, authorization };
        const answer = await http.request({
          method: 'POST',
          url: `${provider.issuer}/token`,
          headers,
          body: `${body}`,
        });
        if (!answer.ok) return { outcome: 'retry', reason: 'network_timeout' };
        if (answer.value.status !== 200)
          return { outcome: 'failed', reason: 'network_refused', detail: answer.value.body };
        const { access_token } = JSON.parse(answer.value.body) as { access_token: string };
        return {
          outcome: 'granted',
          secrets: { accessToken: access_token, surplus: 'never kept' },
          expiresAt: new Date(now.getTime() + 60 * 86_400_000),
        };
      },
    },
    check: async ({ secrets }, { http }) => {
      const headers = { authorization: `Bearer ${secrets.accessToken?.[0] ?? ''}` };
      const answer = await http.request({ method: 'GET', url: `${provider.issuer}/me`, headers });
      if (!answer.ok) return { outcome: 'retry', reason: 'network_timeout' };
      if (answer.value.status !== 200)
        return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true };
      const { sub, name } = JSON.parse(answer.value.body) as { sub: string; name: string };
      return { outcome: 'ok', account: { externalId: sub, name } };
    },
  };
}

let workspace: TestWorkspace;
let admin: MemberContext;
let cookie: string;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = withNetwork(await aMember(workspace, { role: 'admin' }));
  cookie = (await cookieOf(admin)).cookie;
});

function withNetwork<Context extends { offers: MemberContext['offers'] }>(context: Context): Context {
  const connector = network();
  const connectors = { get: () => connector, all: () => [connector] };
  return { ...context, offers: { ...offers(), outbound, connectors } };
}

const authorize = authorizeDoor((context, admission) => beginAuthorizing(withNetwork(context), admission));
const callback = callbackDoor((context, answer) => finishAuthorizing(withNetwork(context), answer));

const begin = (channelId: string, as = cookie, slug = workspace.slug, headers: Record<string, string> = {}) =>
  authorize(
    new Request(`http://localhost/api/channels/${channelId}/authorize?workspace=${slug}`, {
      headers: { cookie: as, ...headers },
    }),
    { params: Promise.resolve({ channelId }) },
  );
const comeBack = (address: string, as = cookie) =>
  callback(new Request(address, { headers: { cookie: as } }));
const toldIn = (response: Response) => {
  const url = new URL(response.headers.get('location') ?? 'http://nowhere');
  return { status: response.status, path: url.pathname, ...Object.fromEntries(url.searchParams) };
};
const start = () => execute(startConnecting, admin, { connector: 'mastodon' });

/** Signs in at the provider and consents. @returns the address the browser is sent back to */
async function consent(address: string, login: keyof typeof people): Promise<string> {
  const jar = new Map<string, string>();
  let url = address;
  let form: Record<string, string> | null = null;
  for (let step = 0; step < 12; step += 1) {
    const response: Response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    form = null;
    const location = response.headers.get('location');
    const page: string = await response.text();
    if (location) url = new URL(location, url).href;
    else form = { prompt: page.includes('value="login"') ? 'login' : 'consent', login, password: 'anything' };
    if (url.startsWith(`${env().PUBLIC_URL}/api/channels/callback`)) return url;
  }
  throw new Error('the provider never sent the browser back');
}

async function connected(login: keyof typeof people = 'brand') {
  const { channelId } = await start();
  const away = (await begin(channelId)).headers.get('location') ?? '';
  const back = await consent(away, login);
  return { channelId, back, told: toldIn(await comeBack(back)) };
}

describe('the way to a channel over the network’s consent page', () => {
  it('leads from the first step to a channel that works', async () => {
    const { channelId, told } = await connected();
    expect(told).toEqual({
      status: 303,
      path: `/${workspace.slug}/settings/channels/${channelId}/connect`,
      connected: '1',
    });
    const progress = await getConnectProgress(admin, channelId);
    expect(progress).toMatchObject({
      name: 'Nordlicht',
      account: { externalId: 'brand' },
      canFinish: true,
      state: 'connecting',
    });
    expect(progress.steps.map(({ name, isDone }) => [name, isDone])).toEqual([
      ['about', false],
      ['consent', true],
    ]);
    expect(JSON.stringify(progress)).not.toContain('accessToken":"');
    const saved = await execute(saveConnectStep, admin, {
      channelId,
      step: 'about',
      settings: { note: 'x' },
    });
    expect(saved.steps[0]?.isDone).toBe(true);
    expect(saved.canFinish).toBe(false);
    // Another access would be another try: it is looked at again before it counts.
    await comeBack(await consent((await begin(channelId)).headers.get('location') ?? '', 'brand'));
    expect(await execute(finishConnecting, admin, { channelId })).toMatchObject({
      state: 'active',
      name: 'Nordlicht',
    });
    const access = await getChannelAccess(workspace.db, channelId);
    expect(Object.keys(access?.secrets ?? {})).toEqual(['accessToken']);
  });

  it('connects an account once, and brings a lost channel back with its id', async () => {
    const { channelId } = await connected();
    await execute(finishConnecting, admin, { channelId });
    const again = await connected();
    expect(again.told).toMatchObject({ error: 'account_connected', other: channelId });
    await workspace.db.query(sql`UPDATE channels SET state = 'needs_reconnect' WHERE id = ${channelId}`);
    const wrong = await consent((await begin(channelId)).headers.get('location') ?? '', 'rival');
    const before = await getChannelAccess(workspace.db, channelId);
    expect(toldIn(await comeBack(wrong))).toMatchObject({ error: 'other_account' });
    expect(await getChannelAccess(workspace.db, channelId)).toEqual(before);
    const right = await consent((await begin(channelId)).headers.get('location') ?? '', 'brand');
    expect(toldIn(await comeBack(right))).toMatchObject({ connected: '1' });
    expect((await getChannelAccess(workspace.db, channelId))?.state).toBe('active');
  });

  it('says readably that somebody refused', async () => {
    const { channelId } = await start();
    const state =
      new URL((await begin(channelId)).headers.get('location') ?? '').searchParams.get('state') ?? '';
    const address = `${env().PUBLIC_URL}/api/channels/callback?error=access_denied&state=${state}`;
    expect(toldIn(await comeBack(address))).toMatchObject({ error: 'access_denied' });
    expect(toldIn(await comeBack(address))).toMatchObject({ error: 'authorization_unknown' });
  });
});

describe('an attacker', () => {
  const stateOf = (address: string) => new URL(address).searchParams.get('state') ?? '';

  it('cannot use an answer twice, a forged one, or one that is too old', async () => {
    const { channelId, back } = await connected();
    expect(toldIn(await comeBack(back))).toMatchObject({ error: 'authorization_unknown' });
    const forged = back.replace(stateOf(back), `${workspace.slug}.${channelId}.${'A'.repeat(43)}`);
    expect(toldIn(await comeBack(forged))).toMatchObject({ error: 'authorization_unknown' });
    const late = await consent((await begin(channelId)).headers.get('location') ?? '', 'brand');
    await workspace.db.query(sql`UPDATE channel_authorizations SET expires_at = now() - interval '1 second'`);
    expect(toldIn(await comeBack(late))).toMatchObject({ error: 'authorization_expired' });
  });

  it('cannot have another session finish what they began, nor another channel receive it', async () => {
    const { channelId } = await start();
    const mine = await consent((await begin(channelId)).headers.get('location') ?? '', 'rival');
    const victim = await aMember(workspace, { role: 'admin' });
    const { cookie: theirs } = await cookieOf(victim);
    expect(toldIn(await comeBack(mine, theirs))).toMatchObject({ error: 'authorization_unknown' });
    const other = await start();
    const moved = mine.replace(channelId, other.channelId);
    expect(toldIn(await comeBack(moved))).toMatchObject({ error: 'authorization_unknown' });
    // A wrong try does not use up the right one.
    expect(toldIn(await comeBack(mine))).toMatchObject({ connected: '1' });
  });

  it('learns nothing of another workspace, and begins nothing from a foreign page or without the right', async () => {
    const { channelId } = await start();
    const outsider = await aMember(await aWorkspace(), { role: 'admin' });
    const { cookie: foreign } = await cookieOf(outsider);
    expect((await begin(channelId, foreign)).status).toBe(404);
    expect((await begin(channelId, foreign, outsider.workspace.slug)).status).toBe(404);
    expect((await begin(newId())).status).toBe(404);
    expect((await begin(channelId, '')).status).toBe(401);
    const marketer = await cookieOf(await aMember(workspace));
    expect((await begin(channelId, marketer.cookie)).status).toBe(403);
    expect((await begin(channelId, cookie, workspace.slug, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    const back = await consent((await begin(channelId)).headers.get('location') ?? '', 'brand');
    expect((await comeBack(back, foreign)).status).toBe(404);
    expect((await comeBack(back, '')).status).toBe(401);
    expect((await comeBack(`${env().PUBLIC_URL}/api/channels/callback?state=..&code=x`)).status).toBe(404);
  });

  it('finds neither state nor verifier in the database', async () => {
    const { channelId } = await start();
    const away = (await begin(channelId)).headers.get('location') ?? '';
    const [row] = await workspace.db.query<{ text: string }>(
      sql`SELECT a::text AS text FROM channel_authorizations a`,
    );
    expect(row?.text).not.toContain(Buffer.from(stateOf(away)).toString('hex'));
    expect(new URL(away).searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });
});
