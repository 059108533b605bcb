import { z } from 'zod';
import type { Connector } from '../contract';
import type { PolledEvent } from '../contract/asking';
import { markFetched } from '../contract/fetched-files';
import { type BotCall, botTokenOf, TOKEN_MISSING } from './bot-call';
import { fetchFiles } from './fetch-files';
import { nameOfUpdate } from './signature';

/** What Telegram gives at most at once. */
const MAX_UPDATES = 100;
/** While a webhook brings everything, asking is refused; it is tried again now and then. */
const WEBHOOK_PAUSE_SECONDS = 600;
const ALLOWED = ['message', 'edited_message', 'channel_post', 'edited_channel_post'];

const cursorShape = z.object({ offset: z.int() });
const updates = z.array(z.looseObject({ update_id: z.int() }));

/** Updates since the last one stored. Telegram keeps them for a day, and has no way back: a backfill finds nothing. */
export function createTelegramPoll(callBot: BotCall, fileBase: string): NonNullable<Connector['poll']> {
  return async (request, channel, outbound) => {
    const token = botTokenOf(channel);
    if (token === null) return TOKEN_MISSING;
    if (request.since) return { outcome: 'polled', events: [], cursor: null, hasMore: false, progress: 1 };
    const known = cursorShape.safeParse(request.cursor).data;
    const limit = Math.max(1, Math.min(request.limit, MAX_UPDATES));
    // The first time only the newest counts, and everything before it is forgotten there.
    const asked = known ? { offset: known.offset, limit } : { offset: -1, limit: 1 };
    const answer = await callBot(
      { method: 'getUpdates', body: { ...asked, timeout: 0, allowed_updates: ALLOWED } },
      token,
      outbound,
    );
    if (answer.outcome === 'retry' && answer.reason === 'webhook_in_use')
      return {
        outcome: 'polled',
        events: [],
        cursor: request.cursor ?? null,
        hasMore: false,
        pauseSeconds: WEBHOOK_PAUSE_SECONDS,
      };
    if (answer.outcome !== 'answered') return answer;
    const found = updates.safeParse(answer.result).data;
    if (!found) return { outcome: 'retry', reason: 'network_unavailable', detail: 'no list of updates' };
    const offset = Math.max(known?.offset ?? 0, ...found.map((update) => update.update_id + 1));
    const events: PolledEvent[] = [];
    for (const update of known ? found : []) {
      const body = Buffer.from(JSON.stringify(update));
      const files = await fetchFiles(body, { callBot, fileBase, token, outbound });
      if (!Array.isArray(files)) return files;
      const externalId = nameOfUpdate(update) ?? String(update.update_id);
      events.push({ externalId, body: markFetched(body, files), ...(files.length > 0 && { files }) });
    }
    return { outcome: 'polled', events, cursor: { offset }, hasMore: events.length === limit };
  };
}
