import { z } from 'zod';
import type { Refusal } from '../contract';
import type { PolledEvent } from '../contract/asking';
import { isMissing } from './api-call';
import { type MastodonStatus, mastodonStatus } from './schema';
import { type Asking, readAncestors } from './sources';

/** Statuses of late by their id at this instance, and the version and counts last seen. */
export const recentShape = z.array(
  z.object({ id: z.string(), uri: z.string(), version: z.string(), isMissed: z.boolean().optional() }),
);
type Recent = z.output<typeof recentShape>;

/** Requests one round may spend on looking again. */
const LOOKS = 8;

/** Names a version: a status by its uri, an edit by its time besides. */
export function versionNameOf({ uri, edited_at: editedAt }: MastodonStatus): string {
  return editedAt ? `${uri}@${editedAt.toISOString()}` : uri;
}

/** Looks at the longest unseen of them once more; who was looked at goes to the end. Who is missing twice is gone. */
export async function reviewRecent(
  recent: Recent,
  { call, own, now: seenAt }: Asking,
): Promise<{ events: PolledEvent[]; recent: Recent } | Refusal> {
  const events: PolledEvent[] = [];
  const kept: Recent = recent.slice(LOOKS);
  const add = (externalId: string, what: object) =>
    events.push({ externalId, body: Buffer.from(JSON.stringify({ own, seenAt, ...what })) });
  const missed: Recent = [];
  for (const { id, uri, version, isMissed } of recent.slice(0, LOOKS)) {
    const answer = await call({ method: 'GET', path: `/api/v1/statuses/${encodeURIComponent(id)}` });
    if (isMissing(answer)) {
      if (isMissed) add(`${uri}@deleted`, { deleted: uri });
      else missed.push({ id, uri, version, isMissed: true });
      continue;
    }
    if (answer.outcome !== 'answered') return answer;
    const status = mastodonStatus.safeParse(answer.json).data;
    if (!status) continue;
    const current = lookOf(status);
    kept.push({ id, uri, version: current });
    if (current === version || (version === '' && current === uri)) continue;
    const ancestors = await readAncestors(status, call);
    if (!Array.isArray(ancestors)) return ancestors;
    add(current, { ancestors, status: answer.json });
  }
  return { events, recent: [...missed, ...kept] };
}

function lookOf(status: MastodonStatus): string {
  const counts = [status.replies_count, status.reblogs_count, status.favourites_count].map((one) => one ?? 0);
  const name = versionNameOf(status);
  return counts.every((one) => one === 0) ? name : `${name}@${counts.join('-')}`;
}
