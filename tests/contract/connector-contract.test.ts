import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChannelAccess, Connector, ParsedInbound, WebhookRequest } from '@/connectors/contract';
import { describeParse } from '@/connectors/contract/describe-parse';
import { createRegistry, OFFICIAL_BASE_URLS } from '@/connectors/registry';
import de from '@/i18n/messages/de/ingest.json';
import en from '@/i18n/messages/en/ingest.json';
import { messageKinds, networks } from '@/kernel/vocabulary';
import { specimens } from './specimens/all';
import type { Specimen } from './specimens/specimen';

const registry = createRegistry(OFFICIAL_BASE_URLS);
const now = new Date('2026-11-22T12:00:00Z');

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
    const { channel, signing, bodies } = specimen;
    const body = Buffer.from(bodies.created);
    const isText = isJson(bodies.created);
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

    if (signing) describeSigning({ connector, specimen, signing, body });
    else
      it('has no door where its network never calls', () => {
        expect(connector.manifest.capabilities.ingest).not.toContain('webhook');
        expect(verify({})).toEqual({ ok: false, reason: 'no_webhook' });
        expect(en).toHaveProperty('no_webhook');
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
        { numRuns: 10_000 },
      );
    });

    if (isText)
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
          { numRuns: 10_000 },
        );
      });

    it('spends on a megabyte of junk no more than a few readings of a megabyte of JSON', () => {
      const fill = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
      const junk = [
        fill('['),
        fill('"\\"'),
        `[${fill('0,')}0]`,
        `[${fill('1234567890123456,')}0]`,
        `{${Array.from({ length: 60_000 }, (_, index) => `"key${index}":0`).join(',')}}`,
        ...(specimen.junk?.(fill) ?? []),
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

interface SigningCase {
  connector: Connector;
  specimen: Specimen;
  signing: NonNullable<Specimen['signing']>;
  body: Buffer;
}

function describeSigning({ connector, specimen, signing, body }: SigningCase): void {
  const { channel } = specimen;
  const { sign, secretName, signsTime, isToken = false } = signing;
  const [newest = '', older = ''] = channel.secrets[secretName] ?? [];
  const verify = (headers: Record<string, string>, bytes = body, at = now, access = channel) =>
    connector.verifySignature(request(bytes, headers), access, at);

  it('accepts what a living secret signed, and names the delivery the same each time', () => {
    const verdict = verify(sign(body, newest, now));
    expect(verdict).toMatchObject({ ok: true, externalId: expect.stringMatching(/.+/) });
    expect(verify(sign(body, newest, now))).toEqual(verdict);
    expect(verify(sign(body, older, now))).toMatchObject({ ok: true });
  });

  it('refuses a missing, wrong, cut or borrowed signature, each with its sentence', () => {
    const good = sign(body, newest, now);
    const foreign = sign(body, signing.makeSecret('foreign'), now);
    const garbled = Object.fromEntries(
      Object.entries(good).map(([name, value]) => [name, value.slice(0, -3)]),
    );
    const altered = Buffer.concat([body, Buffer.from(' ')]);
    const verdicts = [
      verify({}),
      verify(foreign),
      verify(garbled),
      ...(isToken ? [] : [verify(good, altered), verify(good, Buffer.alloc(0))]),
      verify(good, body, now, { ...channel, secrets: {} }),
      ...(signsTime ? [verify(sign(body, newest, new Date(now.getTime() - 301_000)))] : []),
    ];
    for (const verdict of verdicts) {
      expect(verdict.ok).toBe(false);
      if (!verdict.ok) expect(en).toHaveProperty(verdict.reason);
    }
  });

  if (!isToken)
    it('checks the bytes, not what they decode to', () => {
      const raw = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
      const replaced = Buffer.from(raw.toString());
      expect(verify(sign(raw, newest, now), raw).ok).toBe(true);
      expect(verify(sign(replaced, newest, now), raw).ok).toBe(false);
    });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

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
