/** The closed set of error codes; HTTP statuses are mapped from them only in `entry/`. */
export const errorCodes = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One refused field: `path` as a person would name it (`author.name`), `reason` a key under `errors.` in the message files. */
export interface FieldError {
  path: string;
  reason: string;
  /** Figures the sentence needs: `{ maximum: 500 }`. */
  params?: Record<string, string | number>;
}

export interface AppErrorOptions {
  fields?: readonly FieldError[];
  /** Figures the sentence needs; never secrets, never another workspace's data. */
  params?: Record<string, string | number>;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  cause?: unknown;
}

/**
 * The one error class. `reason` is stable, snake_case, and has its sentence in both languages
 * under `errors.<reason>`; the message is for logs only.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly fields: readonly FieldError[];
  readonly params: Record<string, string | number>;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, reason: string, options: AppErrorOptions = {}) {
    super(`${code}: ${reason}`, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.reason = reason;
    this.fields = options.fields ?? [];
    this.params = options.params ?? {};
    this.retryAfter = options.retryAfter;
  }
}

export function notFound(reason = 'not_found'): AppError {
  return new AppError('not_found', reason);
}

export function forbidden(reason = 'forbidden'): AppError {
  return new AppError('forbidden', reason);
}

export function conflict(reason: string, options?: AppErrorOptions): AppError {
  return new AppError('conflict', reason, options);
}

export function invalidInput(fields: readonly FieldError[], reason = 'invalid_input'): AppError {
  return new AppError('invalid_input', reason, { fields });
}
