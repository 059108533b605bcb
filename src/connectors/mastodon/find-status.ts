import { z } from 'zod';
import type { Refusal } from '../contract';
import { type CallMastodon, isMissing } from './api-call';
import { type MastodonStatus, mastodonStatus } from './schema';

const results = z.object({ statuses: z.array(z.unknown()).max(100) });

/** The status of this uri with the id it has here; the instance fetches what it has not met yet. */
export async function findStatus(uri: string, call: CallMastodon): Promise<MastodonStatus | Refusal> {
  const query = new URLSearchParams({ q: uri, resolve: 'true', type: 'statuses', limit: '5' });
  const second = await call({ method: 'GET', path: `/api/v2/search?${query}` });
  const answer = isMissing(second) ? await call({ method: 'GET', path: `/api/v1/search?${query}` }) : second;
  if (answer.outcome !== 'answered') return answer;
  const listed = results.safeParse(answer.json).data?.statuses ?? [];
  const found = listed.flatMap((raw) => mastodonStatus.safeParse(raw).data ?? []);
  return found.find((status) => status.uri === uri) ?? { outcome: 'failed', reason: 'thread_gone' };
}
