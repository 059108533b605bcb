import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChannelAccess, Connector, ParsedInbound, WebhookRequest } from '@/connectors/contract';
import { describeParse } from '@/connectors/contract/describe-parse';
import { createRegistry } from '@/connectors/registry';
import de from '@/i18n/messages/de/ingest.json';
import en from '@/i18n/messages/en/ingest.json';
import { messageKinds, networks } from '@/kernel/vocabulary';

const registry = createRegistry({ graphBaseUrl: 'https://graph.facebook.com' });
const now = new Date('2026-11-22T12:00:00Z');

/** What the suite needs to know of each connector: how its network signs, and bodies of its own. */
interface Specimen {
  channel: ChannelAccess;
  /** Signed with `secret`, `at` that time. */
  sign(body: Buffer, secret: string, at: Date): Record<string, string>;
  secretName: string;
  /** A secret in the network's form. */
  makeSecret(text: string): string;
  signsTime: boolean;
  /** Bodies that become a message, its edit and its deletion. */
  bodies: { created: string; updated: string; deleted: string };
}

const whsec = (text: string) => `whsec_${createHash('sha256').update(text).digest('base64')}`;
const apiMessage = {
  externalId: 'm1',
  conversation: { externalId: 'c1' },
  author: { externalId: 'u1', name: 'Anna' },
  text: 'Hallo',
  kind: 'direct',
  visibility: 'private',
  sentAt: '2026-11-22T11:00:00Z',
};
const apiBody = (type: string, data: unknown) =>
  JSON.stringify({ type, timestamp: '2026-11-22T11:30:00Z', data });
const page = (name: string) => readFileSync(`../shared/payloads/meta-page/${name}.json`, 'utf8');

const specimens: Record<string, Specimen> = {
  api: {
    channel: { id: 'c', settings: {}, secrets: { signingSecret: [whsec('new'), whsec('old')] } },
    secretName: 'signingSecret',
    makeSecret: whsec,
    signsTime: true,
    sign: (body, secret, at) => {
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const hmac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'));
      const signature = hmac.update(`msg_1.${timestamp}.`).update(body).digest('base64');
      return {
        'webhook-id': 'msg_1',
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      };
    },
    bodies: {
      created: apiBody('message.created', apiMessage),
      updated: apiBody('message.updated', apiMessage),
      deleted: apiBody('message.deleted', { externalId: 'm1' }),
    },
  },
  facebook: {
    channel: {
      id: 'c',
      settings: {},
      secrets: { appSecret: ['new', 'old'], verifyToken: ['a/verify+token='] },
    },
    secretName: 'appSecret',
    makeSecret: (text) => text,
    signsTime: false,
    sign: (body, secret) => ({
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    }),
    bodies: {
      created: page('feed-post-add-25'),
      updated: page('messaging-message-edits'),
      deleted: page('feed-comment-remove-25'),
    },
  },
};

const request = (body: Buffer, headers: Record<string, string>): WebhookRequest => ({
  method: 'POST',
  headers,
  query: {},
  body,
});
const parse = (connector: Connector, body: Uint8Array): ParsedInbound =>
  connector.parseInbound(body, { id: 'c', settings: {} }, now);

function assertSound(parsed: ParsedInbound): void {
  if (parsed.outcome !== 'messages') {
    expect(en).toHaveProperty(parsed.reason);
    return;
  }
  expect(parsed.events.length).toBeGreaterThan(0);
  for (const event of parsed.events) {
    expect(event.externalId).not.toBe('');
    expect(Number.isNaN(event.versionAt.getTime())).toBe(false);
    const text = JSON.stringify(event);
    expect(text).not.toContain('\\u0000');
    expect(text.isWellFormed() && !/\\ud[89a-f]/i.test(text)).toBe(true);
  }
}

it('has a specimen for every connector, and one connector for each network', () => {
  const registered = registry.all().map(({ manifest }) => manifest.network);
  expect([...new Set(registered)]).toEqual(registered);
  expect(Object.keys(specimens).sort()).toEqual([...registered].sort());
  for (const network of registered) expect(registry.get(network)?.manifest.network).toBe(network);
  expect(registry.get('nowhere')).toBeUndefined();
});

it('has the same sentences in both languages', () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, part]) =>
      typeof part === 'object' ? keys(part).map((rest) => `${key}.${rest}`) : [key],
    );
  expect(keys(de)).toEqual(keys(en));
});

describe.each(registry.all().map((connector) => [connector.manifest.network, connector] as const))(
  '%s',
  (network, connector) => {
    const specimen = specimens[network];
    if (specimen === undefined) throw new Error(`no specimen for ${network}`);
    const { channel, sign, secretName, signsTime, bodies } = specimen;
    const body = Buffer.from(bodies.created);
    const [newest = '', older = ''] = channel.secrets[secretName] ?? [];
    const verify = (headers: Record<string, string>, bytes = body, at = now, access = channel) =>
      connector.verifySignature(request(bytes, headers), access, at);

    it('has a sound manifest', () => {
      const { capabilities, secrets, settings } = connector.manifest;
      expect(networks).toContain(connector.manifest.network);
      expect(capabilities.ingest.length).toBeGreaterThan(0);
      expect(capabilities.textLimit.max).toBeGreaterThan(0);
      for (const kind of capabilities.replyWindow?.kinds ?? []) expect(messageKinds).toContain(kind);
      expect(new Set(secrets.map(({ name }) => name)).size).toBe(secrets.length);
      expect(settings.safeParse({ unknownSetting: true }).success).toBe(false);
      expect(z.toJSONSchema(settings)).toMatchObject({ type: 'object', additionalProperties: false });
    });

    it('accepts what a living secret signed, and names the delivery the same each time', () => {
      const verdict = verify(sign(body, newest, now));
      expect(verdict).toMatchObject({ ok: true, externalId: expect.stringMatching(/.+/) });
      expect(verify(sign(body, newest, now))).toEqual(verdict);
      expect(verify(sign(body, older, now))).toMatchObject({ ok: true });
    });

    it('refuses a missing, wrong, cut or borrowed signature, each with its sentence', () => {
      const good = sign(body, newest, now);
      const foreign = sign(body, specimen.makeSecret('foreign'), now);
      const garbled = Object.fromEntries(
        Object.entries(good).map(([name, value]) => [name, value.slice(0, -3)]),
      );
      const altered = Buffer.concat([body, Buffer.from(' ')]);
      const verdicts = [
        verify({}),
        verify(foreign),
        verify(garbled),
        verify(good, altered),
        verify(good, Buffer.alloc(0)),
        verify(good, body, now, { ...channel, secrets: {} }),
        ...(signsTime ? [verify(sign(body, newest, new Date(now.getTime() - 301_000)))] : []),
      ];
      for (const verdict of verdicts) {
        expect(verdict.ok).toBe(false);
        if (!verdict.ok) expect(en).toHaveProperty(verdict.reason);
      }
    });

    it('checks the bytes, not what they decode to', () => {
      const raw = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
      const replaced = Buffer.from(raw.toString());
      expect(verify(sign(raw, newest, now), raw).ok).toBe(true);
      expect(verify(sign(replaced, newest, now), raw).ok).toBe(false);
    });

    it('tells creation, edit and deletion apart, each with its version', () => {
      for (const [type, text] of Object.entries(bodies)) {
        const parsed = parse(connector, Buffer.from(text));
        expect(parsed).toMatchObject({ outcome: 'messages', events: [{ type }] });
        assertSound(parsed);
        expect(parse(connector, Buffer.from(text))).toEqual(parsed);
        const described = describeParse(connector, Buffer.from(text), now);
        expect(JSON.parse(JSON.stringify(described))).toEqual(described);
      }
    });

    it('answers any bytes with a result', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => assertSound(parse(connector, bytes))),
        { numRuns: 1000 },
      );
    });

    it('answers any JSON with a result, also where it nearly fits', () => {
      const paths: (string | number)[][] = [];
      const collect = (value: unknown, path: (string | number)[]): void => {
        paths.push(path);
        if (typeof value === 'object' && value !== null)
          for (const [key, part] of Object.entries(value)) collect(part, [...path, key]);
      };
      const originals = Object.values(bodies).map((text) => JSON.parse(text));
      for (const original of originals) collect(original, []);
      const near = fc
        .tuple(
          fc.constantFrom(...originals),
          fc.constantFrom(...paths),
          fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
        )
        .map(([original, path, value]) => replaceAt(original, path, value));
      fc.assert(
        fc.property(fc.oneof(near, fc.jsonValue()), (value) => {
          const bytes = Buffer.from(JSON.stringify(value));
          const parsed = parse(connector, bytes);
          assertSound(parsed);
          expect(parse(connector, bytes)).toEqual(parsed);
        }),
        { numRuns: 1000 },
      );
    });

    it('spends on a megabyte of junk no more than a few readings of a megabyte of JSON', () => {
      const fill = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
      const junk = [
        fill('['),
        fill('"\\"'),
        `[${fill('0,')}0]`,
        `[${fill('1234567890123456,')}0]`,
        `{"object":"page","entry":[${fill('{},')}{}]}`,
        `{"object":"page","entry":[{"id":"1","changes":[${fill('{"field":"feed","value":{}},')}{}]}]}`,
        `{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":{"item":"status","verb":"add","post_id":"1_2","photos":[${fill('5,')}5]}}]}]}`,
        `{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"message":{"mid":"m","attachments":[${fill('{},')}{}]}}]}]}`,
        `{"type":"message.batch","data":[${fill('{},')}{}]}`,
        `{"type":"message.created","data":{"attachments":[${fill('{},')}{}]}}`,
        `{"type":"message.created","timestamp":"2026-11-22T11:30:00Z","data":${JSON.stringify({ ...apiMessage, text: fill('x') })}}`,
        `{${Array.from({ length: 60_000 }, (_, index) => `"key${index}":0`).join(',')}}`,
      ].map((text) => Buffer.from(text));
      const reference = `[${fill('{"a":"b","c":[1]},')}{}]`;
      const fastest = (run: () => unknown) =>
        Math.min(
          ...Array.from({ length: 5 }, () => {
            const start = performance.now();
            run();
            return performance.now() - start;
          }),
        );
      const unit = fastest(() => JSON.parse(reference));
      for (const bytes of junk) {
        const ratio = fastest(() => assertSound(parse(connector, bytes))) / unit;
        expect(ratio, bytes.subarray(0, 60).toString()).toBeLessThan(12);
      }
    });
  },
);

function replaceAt(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  replacement: unknown,
): unknown {
  if (key === undefined) return replacement;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const part = (copy as Record<string | number, unknown>)[key];
  (copy as Record<string | number, unknown>)[key] = replaceAt(part, rest, replacement);
  return copy;
}

describe('the handshake of facebook', () => {
  const facebook = registry.get('facebook');
  const channel = specimens.facebook?.channel as ChannelAccess;
  const ask = (query: Record<string, string>) =>
    facebook?.answerHandshake?.({ method: 'GET', headers: {}, query, body: new Uint8Array() }, channel);
  const good = {
    'hub.mode': 'subscribe',
    'hub.verify_token': 'a/verify+token=',
    'hub.challenge': '1158201444',
  };

  it('answers the challenge to who knows the token, and to nobody else', () => {
    expect(ask(good)).toBe('1158201444');
    expect(ask({ ...good, 'hub.verify_token': 'guess' })).toBeNull();
    expect(ask({ ...good, 'hub.mode': 'unsubscribe' })).toBeNull();
    expect(ask({ ...good, 'hub.challenge': '<script>' })).toBeNull();
    expect(ask({})).toBeNull();
  });
});
