import { type Dispatcher, request as undiciRequest } from 'undici';
import { ok, type Result, refuse } from '@/kernel/result';
import { RefusedConnection } from './checked-lookup';
import type { OutboundFailure, OutboundRequest, OutboundResponse } from './outbound-types';

interface Limits {
  signal: AbortSignal;
  maxResponseBytes: number;
}

class TooLarge extends Error {}

async function readBody(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      // The stream's own abort error is expected: we are the ones who stop reading.
      body.on('error', () => undefined);
      body.destroy();
      throw new TooLarge(`more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });
}

function joinHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return joined;
}

function failureOf(error: unknown, signal: AbortSignal): OutboundFailure {
  if (error instanceof TooLarge) return { reason: 'response_too_large', detail: error.message };
  const refusal = error instanceof RefusedConnection ? error : findRefusal(error);
  if (refusal !== undefined) return { reason: refusal.reason, detail: refusal.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isTimeout = signal.aborted || /TIMEOUT|TIMEDOUT/.test(code);
  return isTimeout
    ? { reason: 'timeout', detail: code === '' ? 'time is up' : code }
    : { reason: 'connection_failed', detail: code === '' ? String(error) : code };
}

function findRefusal(error: unknown): RefusedConnection | undefined {
  const causes =
    error instanceof AggregateError ? error.errors : [error instanceof Error ? error.cause : null];
  return causes.find((cause) => cause instanceof RefusedConnection);
}

/** One request and its answer, without following anything. Refuses with a reason, never throws. */
export async function exchange(
  request: OutboundRequest,
  url: URL,
  dispatcher: Dispatcher,
  limits: Limits,
): Promise<Result<OutboundResponse, OutboundFailure>> {
  try {
    const answering = undiciRequest(url, {
      dispatcher,
      method: request.method,
      // No compression: a small answer must not unpack into a large one.
      headers: { 'user-agent': 'Rapport', ...request.headers, 'accept-encoding': 'identity' },
      body: request.body ?? null,
      signal: limits.signal,
    });
    // An abort does not reach a socket that still looks its name up: time is up all the same.
    const answer = await Promise.race([answering, rejectOn(limits.signal)]);
    const bytes = await readBody(answer.body, limits.maxResponseBytes);
    return ok({
      status: answer.statusCode,
      headers: joinHeaders(answer.headers),
      body: bytes.toString('utf8'),
      bytes,
      url: url.href,
    });
  } catch (error) {
    return refuse(failureOf(error, limits.signal));
  }
}
