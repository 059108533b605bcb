import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EnvironmentRefused, parseEnv, parseSettings, settingNames } from '@/platform/env';

const key = Buffer.alloc(32, 7).toString('base64');
const least = {
  DATABASE_URL: 'postgresql://app:secret@localhost:5432/rapport',
  AUTH_SECRET: 'x'.repeat(32),
  KEY_ENCRYPTION_KEYS: `k2:${key},k1:${Buffer.alloc(32, 8).toString('base64')}`,
};

function refusal(variables: Record<string, string>): string {
  try {
    parseSettings(variables);
  } catch (error) {
    if (error instanceof EnvironmentRefused) return error.message;
  }
  throw new Error('was not refused');
}

describe('settings', () => {
  it.each([
    ['PORT', 'abc', 'a whole number from 1 to 65535'],
    ['PORT', '70000', 'a whole number from 1 to 65535'],
    ['DATABASE_POOL_SIZE', '0', 'a whole number from 1 to 500'],
    ['NODE_ENV', 'prod', 'development, production or test'],
    ['PUBLIC_URL', 'rapport.example', 'an http:// or https:// address'],
    ['OUTBOUND_ALLOW', '10.0.0.0 /8', 'hosts or address ranges'],
    ['LOG_LEVEL', 'loud', 'trace, debug'],
    ['MAIL_FROM', 'nobody', 'a sender such as'],
    ['DEMO', 'yes', 'on or off'],
    ['TRUST_PROXY', '1', 'on or off'],
  ])('refuse %s=%s by name, with what was expected', (name, value, expected) => {
    expect(refusal({ [name]: value })).toContain(`${name} is ${JSON.stringify(value)}: expected ${expected}`);
  });

  it.each([
    ['AUTH_SECRET', 'too-short-secret'],
    ['KEY_ENCRYPTION_KEYS', 'k1:c2hvcnQ='],
    ['DATABASE_URL', 'mysql://app:hush@host/db'],
  ])('do not repeat the secret in %s', (name, value) => {
    expect(refusal({ [name]: value })).toContain(`${name}: expected`);
    expect(refusal({ [name]: value })).not.toContain(value);
  });

  it('name every problem at once', () => {
    const message = refusal({ PORT: 'abc', DEMO: 'maybe', S3_BUCKET: 'files' });
    expect(message).toContain('PORT is');
    expect(message).toContain('DEMO is');
    expect(message).toContain('S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY missing');
  });

  it('take what is empty as unset', () => {
    expect(parseSettings({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ PORT: undefined, HOST: '127.0.0.1' });
  });
});

describe('the environment of web and worker', () => {
  it('has a default for all but database and secrets', () => {
    const env = parseEnv(least);
    expect(env).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: 'http://127.0.0.1:3000',
      DATABASE_POOL_SIZE: 12,
      DEMO: true,
    });
    expect(env.KEY_ENCRYPTION_KEYS.map(({ id }) => id)).toEqual(['k2', 'k1']);
  });

  it('is refused without them', () => {
    expect(() => parseEnv({})).toThrow(
      /DATABASE_URL is missing.*AUTH_SECRET is missing.*KEY_ENCRYPTION_KEYS is missing/s,
    );
  });

  it('is listed in .env.example, no more and no less', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const listed = lines.flatMap((line) => /^([A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
    expect(listed.toSorted()).toEqual([...settingNames].toSorted());
  });
});
