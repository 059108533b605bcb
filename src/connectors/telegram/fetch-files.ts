import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { Connector, Refusal } from '../contract';
import type { PolledFile } from '../contract/asking';
import { fileKeysOf, markFetched } from '../contract/fetched-files';
import { refusalOfFailure } from '../contract/http-outcome';
import { isRecord, readJson } from '../contract/read-json';
import { type BotCall, botPath, botTokenOf } from './bot-call';
import { readUpdate } from './parse';

/** Bots get files of up to 20 MB. */
const MAX_FILE_BYTES = 20_000_000;
const TIMEOUT_MS = 30_000;
const located = z.object({ file_path: z.string().min(1).max(1000) });

interface Access {
  callBot: BotCall;
  /** Where files lie: `https://api.telegram.org/file`. */
  fileBase: string;
  token: string;
  outbound: Outbound;
}

/**
 * The files an update names, fetched with the bot's token, which their address would show.
 * @returns without what is too large or gone; a refusal where another try may help
 */
export async function fetchFiles(body: Uint8Array, access: Access): Promise<PolledFile[] | Refusal> {
  const json = readJson(body);
  const keys = isRecord(json) ? fileKeysOf(readUpdate(json)) : [];
  const files: PolledFile[] = [];
  for (const key of keys) {
    const file = await fetchFile(key, access);
    if ('outcome' in file) {
      if (file.outcome === 'retry') return file;
    } else files.push({ key, contentType: file.contentType, bytes: file.bytes });
  }
  return files;
}

async function fetchFile(
  fileId: string,
  { callBot, fileBase, token, outbound }: Access,
): Promise<Pick<PolledFile, 'bytes' | 'contentType'> | Refusal> {
  const answer = await callBot({ method: 'getFile', body: { file_id: fileId } }, token, outbound);
  if (answer.outcome !== 'answered') return answer;
  const path = located.safeParse(answer.result).data?.file_path;
  if (path === undefined) return { outcome: 'failed', reason: 'network_refused' };
  const steps = path.split('/').map(encodeURIComponent).join('/');
  const file = await outbound.http.request({
    method: 'GET',
    url: `${fileBase}/${botPath(token)}/${steps}`,
    maxResponseBytes: MAX_FILE_BYTES,
    timeoutMs: TIMEOUT_MS,
  });
  // Neither address nor answer is repeated: the token stands in the one.
  if (!file.ok) return { ...refusalOfFailure(file.refusal), detail: file.refusal.reason };
  const { status, bytes, headers } = file.value;
  if (status === 200) return { bytes, contentType: headers['content-type'] ?? 'application/octet-stream' };
  const isPassing = status >= 500 || status === 429;
  return isPassing
    ? { outcome: 'retry', reason: 'network_unavailable' }
    : { outcome: 'failed', reason: 'network_refused' };
}

/** What a webhook brought, with its files; where they cannot be had for good, without them. */
export function createTelegramResolve(
  callBot: BotCall,
  fileBase: string,
): NonNullable<Connector['resolveInbound']> {
  return async (body, channel, outbound) => {
    const token = botTokenOf(channel);
    if (token === null) return { outcome: 'resolved', body };
    const files = await fetchFiles(body, { callBot, fileBase, token, outbound });
    if (!Array.isArray(files)) return files;
    return { outcome: 'resolved', body: markFetched(body, files), ...(files.length > 0 && { files }) };
  };
}
