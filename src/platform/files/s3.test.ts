import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BucketStandIn, type Credentials, startBucket } from '../../../tests/stand-ins/s3';
import { s3Files } from './s3';

const known: Credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'eu-central-1',
  bucket: 'rapport',
};
let bucket: BucketStandIn;
beforeAll(async () => {
  bucket = await startBucket(known);
});
afterAll(() => bucket.close());
beforeEach(() => {
  bucket.objects.clear();
  bucket.requests.length = 0;
});

const filesWith = (overrides: Partial<Credentials> = {}) =>
  s3Files({ ...known, ...overrides, endpoint: bucket.url });
const KEY = 'files/0198c0de-0000-7000-8000-000000000001/0198c0de-0000-7000-8000-000000000002';
const BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

describe('files in a bucket', () => {
  it('are stored with their type, read byte by byte, removed, and removed again', async () => {
    const files = filesWith();
    await files.put(KEY, BYTES, 'image/png');
    expect(bucket.objects.get(KEY)?.contentType).toBe('image/png');
    expect(Buffer.from((await files.get(KEY)) ?? [])).toEqual(BYTES);
    await files.remove(KEY);
    expect(bucket.objects.size).toBe(0);
    expect(await files.get(KEY)).toBeNull();
    await files.remove(KEY);
  });

  it('outlast a server that asks for patience', async () => {
    const files = filesWith();
    bucket.failNext(2, 503);
    await files.put(KEY, BYTES, 'image/png');
    expect(bucket.requests).toHaveLength(3);
    expect(bucket.objects.size).toBe(1);
  });
});

describe('a server refuses', () => {
  it.each([
    ['another secret', { secretAccessKey: 'wrong' }, 403],
    ['an unknown key', { accessKeyId: 'AKIAUNKNOWN' }, 403],
    ['another region', { region: 'us-east-1' }, 400],
  ])(
    '%s, for reading, storing and removing, and nothing is mistaken for a missing file',
    async (_, wrong, status) => {
      await filesWith().put(KEY, BYTES, 'image/png');
      const files = filesWith(wrong);
      await expect(files.get(KEY)).rejects.toThrow(`S3 answered ${status}`);
      await expect(files.put(KEY, Buffer.from('x'), 'text/plain')).rejects.toThrow(`S3 answered ${status}`);
      await expect(files.remove(KEY)).rejects.toThrow(`S3 answered ${status}`);
      expect(Buffer.from(bucket.objects.get(KEY)?.bytes ?? [])).toEqual(BYTES);
    },
  );

  it('a bucket that is not there, which is no missing file', async () => {
    await expect(filesWith({ bucket: 'elsewhere' }).get(KEY)).rejects.toThrow('NoSuchBucket');
  });

  it('a request nobody signed, and one that was changed on its way', async () => {
    await filesWith().put(KEY, BYTES, 'image/png');
    const unsigned = await fetch(`${bucket.url}/rapport/${KEY}`);
    expect([unsigned.status, await unsigned.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
    const { headers } = bucket.requests[0] as { headers: Record<string, string> };
    const { host: _, connection: __, 'content-length': ___, ...signed } = headers;
    const changed = await fetch(`${bucket.url}/rapport/${KEY}x`, {
      method: 'PUT',
      headers: signed,
      body: BYTES,
    });
    expect(await changed.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
    expect([...bucket.objects.keys()]).toEqual([KEY]);
  });
});
