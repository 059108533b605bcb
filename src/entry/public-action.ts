import { headers } from 'next/headers';
import type { z } from 'zod';
import { AppError } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { clientAddress } from '@/platform/auth/client-address';
import { countHit } from '@/platform/rate-limit/count-hit';
import type { ActionResult } from './action';
import { parseInput } from './parse-input';
import { toAppError } from './problem';

/** A server action before any workspace is chosen: parse, do, and a refusal in the same form as everywhere. */
export async function runPublicAction<Input, Output, RawInput>(
  schema: z.ZodType<Input, RawInput>,
  raw: unknown,
  work: (input: Input) => Promise<Output>,
): Promise<ActionResult<Output>> {
  try {
    return { ok: true, value: await work(parseInput(schema, raw)) };
  } catch (error) {
    const { reason, fields, params } = toAppError(error, newId());
    return { ok: false, reason, fields, params };
  }
}

/** Where the request of this action comes from. */
export async function requestAddress(): Promise<string> {
  return clientAddress((await headers()).get('x-forwarded-for'));
}

/** Counts what makes logins or workspaces, per network address. @throws rate_limited */
export async function countCreation(limit = 60, windowSeconds = 3600): Promise<void> {
  const { hits, resetsIn } = await countHit(`creation:${await requestAddress()}`, windowSeconds);
  if (hits > limit) throw new AppError('rate_limited', 'rate_limited', { retryAfter: resetsIn });
}
