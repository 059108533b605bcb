import { z } from 'zod';
import { businessMinutesBetween } from '@/kernel/business-hours';
import { invalidInput } from '@/kernel/errors';
import type { VisitorSession } from '@/kernel/visitor-chat';
import { openingTimesOf } from '@/modules/workspaces/queries';
import type { TenantContext } from '@/platform/context/context';
import { jsonResponse } from '../json-response';
import type { Door } from '../node-http';
import { readBody } from '../read-body';
import { type FindRoute, type Visit, visitorDoor } from './visit';
import { openVisitorToken, visitorToken } from './visitor-token';

const MAX_BYTES = 2000;
/** Page views a minute from one address; a whole office may share one. */
const MOST_SESSIONS = 120;

const input = z.strictObject({ token: z.string().max(500).optional() });

/**
 * Begins a visit or goes on with one: what the widget shows, and a token. Nothing is stored of somebody who only
 * looks; a token that does not hold is replaced by a new visitor's.
 */
export function sessionDoor({ findRoute }: { findRoute: FindRoute }): Door {
  return visitorDoor(findRoute, async (visit, request) => {
    await visit.count('session', visit.address, MOST_SESSIONS);
    const { token = '' } = parse(await readBody(request, MAX_BYTES));
    const now = new Date();
    const visitorId = openVisitorToken(token, visit.channel.id, now) ?? crypto.randomUUID();
    return jsonResponse(await sessionOf(visit, visitorId, now));
  });
}

async function sessionOf(visit: Visit, visitorId: string, now: Date): Promise<VisitorSession> {
  const { channel, appearance, textLimit } = visit;
  const isOpen = await isOpenNow(await visit.context(), now);
  return { token: visitorToken(channel.id, visitorId, now), appearance, isOpen, textLimit };
}

/** Whether somebody can be expected to answer; a workspace without any hours is always open. */
export async function isOpenNow(context: TenantContext<null>, now: Date): Promise<boolean> {
  const times = await openingTimesOf(context);
  return businessMinutesBetween(now, new Date(now.getTime() + 1), times) > 0;
}

function parse(body: Uint8Array): z.output<typeof input> {
  const read = input.safeParse(jsonOf(body));
  if (!read.success) throw invalidInput([{ path: 'token', reason: 'invalid_format' }]);
  return read.data;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
