import type { Connector } from '../contract';
import { callerFor } from './api-call';
import { readOwnAccount } from './own-account';
import { toAuthor } from './parse';

/** Whose account the token speaks for. */
export const checkMastodon: NonNullable<Connector['check']> = async (channel, outbound, now) => {
  const known = await readOwnAccount(channel, callerFor(channel, outbound, now));
  if ('outcome' in known) return known;
  const { externalId, name, handle, profileUrl: url, avatarUrl } = toAuthor(known.account, known.own.domain);
  return {
    outcome: 'ok',
    account: {
      externalId,
      name,
      ...(handle && { handle }),
      ...(url && { url }),
      ...(avatarUrl && { avatarUrl }),
    },
    budgets: known.budgets,
  };
};
