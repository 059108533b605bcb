import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { env } from '@/platform/env';
import type { Door } from '../node-http';
import { problemResponse } from '../problem';

/** Made by the build (src/launch/build-widget.ts). */
const SCRIPT = 'dist/widget.js';

interface Script {
  plain: Uint8Array<ArrayBuffer>;
  zipped: Uint8Array<ArrayBuffer>;
  etag: string;
}

let read: Promise<Script> | undefined;

/** The widget's script: the same for every channel, which it knows by the address it was loaded from. */
export function scriptDoor(): Door {
  return async (request) => {
    try {
      // A build under way replaces it while developing.
      if (!read || env().NODE_ENV === 'development') read = load();
      const { plain, zipped, etag } = await read;
      const headers = new Headers({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        etag,
      });
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
      if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
        return new Response(plain, { headers });
      headers.set('content-encoding', 'gzip');
      return new Response(zipped, { headers });
    } catch (error) {
      return problemResponse(error, newId());
    }
  };
}

async function load(): Promise<Script> {
  const file = await readFile(SCRIPT).catch(() => {
    read = undefined;
    throw new AppError('unavailable', 'widget_not_built');
  });
  const plain = new Uint8Array(file);
  const zipped = new Uint8Array(await promisify(gzip)(plain, { level: 9 }));
  return { plain, zipped, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` };
}
