import pino from 'pino';
import { env } from '@/platform/env';

/** Structured logs on stderr; children carry request and workspace ids. Never message text, never secrets. */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: { process: process.title },
    redact: ['*.password', '*.secret', '*.token', '*.authorization', '*.cookie'],
  },
  pino.destination(2),
);

export type Log = pino.Logger;
