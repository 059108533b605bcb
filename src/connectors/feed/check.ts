import type { Connector } from '../contract';
import { askFeed } from './ask-feed';
import { feedSettings } from './manifest';

/** Whether there is a feed at the address or on the page there, and whose it is. */
export const checkFeed: NonNullable<Connector['check']> = async (channel, outbound, now) => {
  const settings = feedSettings.safeParse(channel.settings);
  if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
  const answer = await askFeed(settings.data.url, {}, outbound, now);
  if (answer.outcome === 'retry' || answer.outcome === 'failed') return answer;
  if (answer.outcome === 'unchanged') return { outcome: 'failed', reason: 'unexpected_answer' };
  const { head } = answer.document;
  const url = head.url ?? settings.data.url;
  return {
    outcome: 'ok',
    account: { externalId: answer.address, name: head.title ?? new URL(url).hostname, url },
  };
};
