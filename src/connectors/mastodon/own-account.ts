import { z } from 'zod';
import type { ChannelAccess, Refusal } from '../contract';
import type { Budget } from '../contract/asking';
import { baseOf, type CallMastodon, isMissing } from './api-call';
import { DEFAULT_LIMIT } from './manifest';
import { type MastodonAccount, mastodonAccount, type OwnAccount } from './schema';

export interface Instance {
  /** As it stands in handles. */
  domain: string;
  /** Characters of one status. */
  textLimit: number;
  /** Where its stream answers, if not at its own address. */
  streamingUrl: string | undefined;
}

const limit = z.int().min(1).max(1_000_000).nullish().catch(null);
const statuses = z.object({ max_characters: limit }).nullish().catch(null);
const address = z.string().max(2000).nullish().catch(null);
const newer = z.object({
  domain: z.string().min(1).max(255),
  configuration: z
    .object({ statuses, urls: z.object({ streaming: address }).nullish().catch(null) })
    .nullish()
    .catch(null),
});
const older = z.object({
  uri: z.string().min(1).max(2000),
  configuration: z.object({ statuses }).nullish().catch(null),
  /** Pleroma and Akkoma. */
  max_toot_chars: limit,
  urls: z.object({ streaming_api: address }).nullish().catch(null),
});

/** What an instance says of itself, in the second or the first form of its answer. */
export async function readInstance(call: CallMastodon): Promise<Instance | Refusal> {
  const second = await call({ method: 'GET', path: '/api/v2/instance' });
  const told = second.outcome === 'answered' ? newer.safeParse(second.json).data : undefined;
  if (told)
    return {
      domain: told.domain.toLowerCase(),
      textLimit: told.configuration?.statuses?.max_characters ?? DEFAULT_LIMIT,
      streamingUrl: told.configuration?.urls?.streaming ?? undefined,
    };
  if (second.outcome !== 'answered' && !isMissing(second)) return second;
  const first = await call({ method: 'GET', path: '/api/v1/instance' });
  if (first.outcome !== 'answered')
    return isMissing(first) ? { outcome: 'failed', reason: 'unexpected_answer' } : first;
  const known = older.safeParse(first.json).data;
  if (!known) return { outcome: 'failed', reason: 'unexpected_answer' };
  return {
    // Mastodon writes a name here, Pleroma an address.
    domain: (URL.canParse(known.uri) ? new URL(known.uri).host || known.uri : known.uri).toLowerCase(),
    textLimit: known.configuration?.statuses?.max_characters ?? known.max_toot_chars ?? DEFAULT_LIMIT,
    streamingUrl: known.urls?.streaming_api ?? undefined,
  };
}

/** Whose token this is. */
export async function readOwnAccount(
  channel: Pick<ChannelAccess, 'settings'>,
  call: CallMastodon,
): Promise<{ own: OwnAccount; account: MastodonAccount; budgets: readonly Budget[] } | Refusal> {
  if (baseOf(channel.settings) === null) return { outcome: 'failed', reason: 'settings_invalid' };
  const answer = await call({ method: 'GET', path: '/api/v1/accounts/verify_credentials' });
  if (answer.outcome !== 'answered')
    return isMissing(answer) ? { outcome: 'failed', reason: 'unexpected_answer' } : answer;
  const account = mastodonAccount.safeParse(answer.json).data;
  if (!account) return { outcome: 'failed', reason: 'unexpected_answer' };
  const instance = await readInstance(call);
  if ('outcome' in instance) return instance;
  return {
    own: { id: account.id, acct: account.acct, domain: instance.domain },
    account,
    budgets: answer.budgets,
  };
}
