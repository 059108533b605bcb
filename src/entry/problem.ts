import { AppError, type ErrorCode } from '@/kernel/errors';
import { log } from '@/platform/log/log';

const statuses: Record<ErrorCode, number> = {
  invalid_input: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** Anything thrown, as the one error class; what is unforeseen is logged and told to nobody. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  log.error({ err: error, requestId }, 'unforeseen error');
  return new AppError('internal', 'internal', { cause: error });
}

/** RFC 9457 problem details; `reason` is stable, `fields` name what to change. */
export function problemResponse(
  error: unknown,
  requestId: string,
  headers: Record<string, string> = {},
): Response {
  const { code, reason, fields, params, retryAfter } = toAppError(error, requestId);
  const status = statuses[code];
  const body = {
    type: `urn:rapport:problem:${reason}`,
    title: reason.replaceAll('_', ' '),
    status,
    code,
    reason,
    ...(Object.keys(params).length > 0 && { params }),
    ...(fields.length > 0 && { fields }),
    requestId,
  };
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
      ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }),
    },
  });
}
