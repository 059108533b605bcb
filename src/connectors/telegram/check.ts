import { z } from 'zod';
import type { Connector } from '../contract';
import { type BotCall, botTokenOf, TOKEN_MISSING } from './bot-call';

const bot = z.object({
  id: z.int(),
  first_name: z.string().max(200),
  username: z.string().max(200).nullish(),
});

/** Which bot the token is of. */
export function createTelegramCheck(callBot: BotCall): NonNullable<Connector['check']> {
  return async (channel, outbound) => {
    const token = botTokenOf(channel);
    if (token === null) return TOKEN_MISSING;
    const answer = await callBot({ method: 'getMe' }, token, outbound);
    if (answer.outcome !== 'answered') return answer;
    const found = bot.safeParse(answer.result).data;
    if (!found) return { outcome: 'retry', reason: 'network_unavailable', detail: 'no bot in the answer' };
    const { id, first_name: name, username } = found;
    const links = username && { handle: `@${username}`, url: `https://t.me/${encodeURIComponent(username)}` };
    return { outcome: 'ok', account: { externalId: String(id), name, ...links } };
  };
}
