import { AwsClient } from 'aws4fetch';
import type { Files } from './file-store';

export interface S3Options {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

async function expectOk(response: Response, what: string): Promise<void> {
  if (!response.ok) throw new Error(`S3 answered ${response.status} ${await codeOf(response)} to ${what}`);
}

/** A bucket that is not there is a wrong setting, and not a file that is gone. */
async function isMissing(response: Response): Promise<boolean> {
  return response.status === 404 && (await codeOf(response.clone())) !== 'NoSuchBucket';
}

/** The error's name in S3's XML; empty where there is none. */
async function codeOf(response: Response): Promise<string> {
  return /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? '';
}

/** Files in a bucket of any S3-compatible server, addressed by path. */
export function s3Files({ endpoint, bucket, ...credentials }: S3Options): Files {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 3 });
  const urlOf = (key: string) => `${endpoint}/${bucket}/${key}`;
  return {
    put: async (key, bytes, contentType) => {
      const body = new Uint8Array(bytes);
      const response = await client.fetch(urlOf(key), {
        method: 'PUT',
        body,
        headers: { 'content-type': contentType },
      });
      await expectOk(response, 'storing a file');
    },
    get: async (key) => {
      const response = await client.fetch(urlOf(key));
      if (await isMissing(response)) return null;
      await expectOk(response, 'reading a file');
      return new Uint8Array(await response.arrayBuffer());
    },
    remove: async (key) => {
      const response = await client.fetch(urlOf(key), { method: 'DELETE' });
      if (!(await isMissing(response))) await expectOk(response, 'removing a file');
    },
  };
}
