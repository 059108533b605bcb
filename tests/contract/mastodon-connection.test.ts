import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChannelAccess } from '@/connectors/contract';
import { mastodonConnector } from '@/connectors/mastodon/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type Flavour, type MastodonStandIn, startMastodon } from '../stand-ins/mastodon';

const outbound = createOutbound({ allow: ['127.0.0.1'] });
let instance: MastodonStandIn;
let channel: ChannelAccess;

async function start(flavour: Flavour): Promise<void> {
  instance = await startMastodon({ flavour });
  channel = {
    id: 'c',
    settings: { baseUrl: instance.url },
    secrets: { accessToken: [instance.accessToken] },
  };
}

afterEach(() => instance.close());

describe('a stream', () => {
  it('wakes, and ends with its signal', async () => {
    await start('mastodon');
    const stop = new AbortController();
    let woken = 0;
    const listening = mastodonConnector.listen?.(channel, outbound, () => (woken += 1), stop.signal);
    await expect.poll(() => instance.listeners()).toBe(1);
    await expect.poll(() => woken).toBe(1);
    instance.say('update');
    instance.say('notification');
    await expect.poll(() => woken).toBe(2);
    stop.abort();
    await listening;
    await expect.poll(() => instance.listeners()).toBe(0);
  });

  it('ends where the instance breaks off', async () => {
    await start('mastodon');
    const listening = mastodonConnector.listen?.(
      channel,
      outbound,
      () => undefined,
      new AbortController().signal,
    );
    await expect.poll(() => instance.listeners()).toBe(1);
    const closing = instance.close();
    await listening;
    await closing;
    await start('mastodon');
  });

  it('that there is not is waited for without asking again', async () => {
    await start('gotosocial');
    const stop = new AbortController();
    const listening = mastodonConnector.listen?.(channel, outbound, () => undefined, stop.signal);
    const asked = () => instance.calls.filter(({ url }) => url.includes('streaming')).length;
    await expect.poll(asked).toBe(1);
    stop.abort();
    await listening;
  });
});

describe.each<Flavour>(['mastodon', 'gotosocial', 'pleroma'])('an instance of the kind %s', (flavour) => {
  it('connects: registers itself, changes the code for access, says whose it is', async () => {
    await start(flavour);
    const redirectUrl = 'https://rapport.example/cb';
    const codeVerifier = 'verifier'.repeat(8);
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const begun = await mastodonConnector.authorize?.begin(
      { redirectUrl, state: 's', codeChallenge },
      channel,
      outbound,
    );
    if (begun?.outcome !== 'redirect') throw new Error(JSON.stringify(begun));
    const asked = new URL(begun.url).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      scope: 'read write follow',
      state: 's',
      redirect_uri: redirectUrl,
    });
    instance.codes.set('code-1', asked.get('code_challenge') ?? '');
    const registered = Object.entries(begun.secrets ?? {}).map(([name, value]) => [name, [value]]);
    const connecting = { ...channel, secrets: Object.fromEntries(registered) };
    const finish = () =>
      mastodonConnector.authorize?.finish(
        { code: 'code-1', redirectUrl, codeVerifier },
        connecting,
        outbound,
        new Date(),
      );
    const granted = await finish();
    if (granted?.outcome !== 'granted') throw new Error(JSON.stringify(granted));
    expect(granted.expiresAt instanceof Date).toBe(flavour === 'pleroma');
    expect(await finish()).toMatchObject({ outcome: 'failed', reason: 'access_token_invalid' });
    channel = { ...channel, secrets: { accessToken: [granted.secrets.accessToken ?? ''] } };
    expect(await mastodonConnector.check?.(channel, outbound, new Date())).toMatchObject({
      outcome: 'ok',
      account: {
        externalId: 'nordlicht@alpin.example',
        name: 'Nordlicht',
        handle: '@nordlicht@alpin.example',
      },
    });
  });
});
