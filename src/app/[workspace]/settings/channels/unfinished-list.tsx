'use client';
import { useTranslations } from 'next-intl';
import type { ChannelSummary } from '@/modules/channels/contract';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { NetworkMark } from '@/ui/network-mark';
import { useAction } from '../../../action-form/use-action';
import { removeChannelAction } from './actions';

/** Connections that were begun: each can be taken up where it was left, or dropped. */
export function UnfinishedList({ slug, channels }: { slug: string; channels: readonly ChannelSummary[] }) {
  const t = useTranslations('channels.unfinished');
  if (channels.length === 0) return null;
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished" className="text-body font-semibold">
        {t('title', { count: channels.length })}
      </h2>
      <p className="mt-0.5 mb-2.5 text-small text-ink-3">{t('text')}</p>
      <ul className="overflow-hidden rounded-r3 border border-dashed border-line-strong">
        {channels.map((channel) => (
          <li key={channel.id} className="border-b border-line last:border-b-0">
            <UnfinishedRow slug={slug} channel={channel} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnfinishedRow({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const t = useTranslations('channels.unfinished');
  const networks = useTranslations('networks');
  const { run, isPending } = useAction();
  const network = networks(channel.network);
  // Until the account told its name, the connector's own stands in for it.
  const name = channel.name === channel.connector ? network : channel.name;
  const discard = () =>
    run(() => removeChannelAction(slug, channel.id), { done: () => ({ text: t('discarded', { name }) }) });
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-4 py-2.5">
      <NetworkMark network={channel.network} size={24} />
      <span className="min-w-0 flex-1 basis-40">
        <span className="block truncate font-medium">{name}</span>
        {name === network ? null : <span className="block text-meta text-ink-3">{network}</span>}
      </span>
      <span className="flex gap-2">
        <Button
          size="small"
          tone="quiet"
          busy={isPending}
          aria-label={t('discardNamed', { name })}
          onClick={discard}
        >
          {t('discard')}
        </Button>
        <LinkButton
          size="small"
          href={`/${slug}/settings/channels/${channel.id}/connect`}
          aria-label={t('continueNamed', { name })}
        >
          {t('continue')}
        </LinkButton>
      </span>
    </div>
  );
}
