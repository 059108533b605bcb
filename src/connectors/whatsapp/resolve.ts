import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { Connector } from '../contract';
import type { PolledFile } from '../contract/asking';
import { fileKeysOf, markFetched } from '../contract/fetched-files';
import { refusalOfFailure } from '../contract/http-outcome';
import { type GraphCall, type GraphCredentials, graphCredentials } from '../contract/meta/graph-call';
import { isRecord, readJson } from '../contract/read-json';
import { ACCESS_TOKEN } from './manifest';
import { readDelivery } from './parse';

/** WhatsApp's own limits: films and sound 16 MB; longer documents are left at the network. */
const MAX_FILE_BYTES = 16_000_000;
const MAX_FILES = 20;
const TIMEOUT_MS = 30_000;
const media = z.object({ url: z.url(), mime_type: z.string().max(255).nullish() });

/**
 * Files come as ids; their addresses last five minutes and want the channel's token, so they are fetched at once.
 * What cannot be fetched for good is left out: the message itself must not wait for it.
 */
export function createWhatsappResolve(callGraph: GraphCall): NonNullable<Connector['resolveInbound']> {
  return async (body, channel, outbound, now) => {
    const credentials = graphCredentials(channel, ACCESS_TOKEN);
    const json = readJson(body);
    if (!credentials || !isRecord(json)) return { outcome: 'resolved', body };
    const keys = fileKeysOf(readDelivery(json, channel.settings.phoneNumberId)).slice(0, MAX_FILES);
    const files: PolledFile[] = [];
    for (const key of keys) {
      const file = await fetchMedia(key, { callGraph, credentials, outbound, now });
      if (file.outcome === 'retry') return file;
      if (file.outcome === 'fetched') files.push({ key, contentType: file.contentType, bytes: file.bytes });
    }
    return { outcome: 'resolved', body: markFetched(body, files), ...(files.length > 0 && { files }) };
  };
}

interface Access {
  callGraph: GraphCall;
  credentials: GraphCredentials;
  outbound: Outbound;
  now: Date;
}

async function fetchMedia(id: string, { callGraph, credentials, outbound, now }: Access) {
  const path = encodeURIComponent(id);
  const answer = await callGraph({ method: 'GET', path, edge: 'read' }, credentials, outbound, now);
  if (answer.outcome !== 'answered') return answer;
  const found = media.safeParse(answer.json).data;
  if (!found) return { outcome: 'failed', reason: 'network_refused' } as const;
  const file = await outbound.http.request({
    method: 'GET',
    url: found.url,
    headers: { authorization: `Bearer ${credentials.token}` },
    maxResponseBytes: MAX_FILE_BYTES,
    timeoutMs: TIMEOUT_MS,
  });
  if (!file.ok) return refusalOfFailure(file.refusal);
  const { status, bytes } = file.value;
  if (status >= 500 || status === 429) return { outcome: 'retry', reason: 'network_unavailable' } as const;
  if (status !== 200) return { outcome: 'failed', reason: 'network_refused' } as const;
  return { outcome: 'fetched', bytes, contentType: found.mime_type || 'application/octet-stream' } as const;
}
