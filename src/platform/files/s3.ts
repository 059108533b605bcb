import { AwsClient } from 'aws4fetch';
import type { Files } from './file-store';

export interface S3Options {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Files in a bucket of any S3-compatible server, addressed by path. */
export function s3Files({ endpoint, bucket, ...credentials }: S3Options): Files {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 3 });
  const urlOf = (key: string) => `${endpoint}/${bucket}/${key}`;
  const expectOk = (response: Response, what: string) => {
    if (!response.ok) throw new Error(`S3 answered ${response.status} to ${what}`);
  };
  return {
    put: async (key, bytes, contentType) => {
      const body = new Uint8Array(bytes);
      const response = await client.fetch(urlOf(key), {
        method: 'PUT',
        body,
        headers: { 'content-type': contentType },
      });
      expectOk(response, 'storing a file');
    },
    get: async (key) => {
      const response = await client.fetch(urlOf(key));
      if (response.status === 404) return null;
      expectOk(response, 'reading a file');
      return new Uint8Array(await response.arrayBuffer());
    },
    remove: async (key) => {
      const response = await client.fetch(urlOf(key), { method: 'DELETE' });
      if (response.status !== 404) expectOk(response, 'removing a file');
    },
  };
}
