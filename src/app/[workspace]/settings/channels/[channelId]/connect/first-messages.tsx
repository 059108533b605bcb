'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { channelOptions } from '@/modules/channels/client';
import type { ChannelSummary, ConnectorOffer } from '@/modules/channels/contract';
import { conversationsOptions } from '@/modules/conversations/client/queries';
import type { ConversationSummary } from '@/modules/conversations/contract';
import { Avatar } from '@/ui/avatar';
import { Banner } from '@/ui/banner';
import { LinkButton } from '@/ui/link-button';
import { Moment } from '@/ui/moment';
import { NetworkMark } from '@/ui/network-mark';
import { PageHeader } from '@/ui/page-header';
import { Spinner } from '@/ui/spinner';
import { useConnectorWords } from '../../new/connector-words';

export interface FirstMessagesProps {
  slug: string;
  channel: ChannelSummary;
  offer: ConnectorOffer;
}

const SHOWN = 5;
const WATCH_MS = 2000;

/** It is connected: what to do for a first message, and the messages as they arrive. */
export function FirstMessages({ slug, channel, offer }: FirstMessagesProps) {
  const t = useTranslations('channels.connect');
  const { stepOf } = useConnectorWords(offer);
  const last = offer.steps.at(-1);
  const { data } = useQuery({ ...channelOptions(slug, channel.id, { watch: true }), initialData: channel });
  const { data: pages } = useInfiniteQuery({
    ...conversationsOptions(slug, { view: 'all', channel: channel.id, sort: 'newest' }),
    refetchInterval: WATCH_MS,
  });
  const arrived = pages?.pages[0]?.data.slice(0, SHOWN) ?? [];
  return (
    <>
      <div className="flex items-start gap-4">
        <NetworkMark network={channel.network} size={40} />
        <div className="min-w-0 flex-1">
          <PageHeader
            title={t('connected', { name: channel.name })}
            meta={t('connectedMeta')}
            actions={
              <>
                <LinkButton href={`/${slug}/settings/channels/${channel.id}`}>{t('toChannel')}</LinkButton>
                <LinkButton tone="primary" href={`/${slug}/inbox`}>
                  {t('toInbox')}
                </LinkButton>
              </>
            }
          />
        </div>
      </div>
      {arrived.length > 0 ? (
        <Banner tone="good" live="status" title={t('arrived')} />
      ) : (
        <Banner tone="info" live="status" icon={<Spinner />} title={t('waitingFirst')}>
          {last ? stepOf(last).text : null}
        </Banner>
      )}
      {data.parked > 0 ? (
        <Banner tone="warn" title={t('parked', { count: data.parked })}>
          <Link
            href={`/${slug}/settings/channels/${channel.id}/events?state=parked`}
            className="underline underline-offset-2"
          >
            {t('toEvents')}
          </Link>
        </Banner>
      ) : null}
      {arrived.length > 0 ? (
        <ul
          aria-label={t('arrivedList')}
          className="overflow-hidden rounded-r3 border border-line bg-surface"
        >
          {arrived.map((conversation) => (
            <li key={conversation.id} className="border-b border-line last:border-b-0">
              <Arrived slug={slug} conversation={conversation} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Arrived({ slug, conversation }: { slug: string; conversation: ConversationSummary }) {
  const t = useTranslations('channels.connect');
  const networks = useTranslations('networks');
  const { id, contact, subject, preview, lastMessageAt, channel } = conversation;
  const name = contact?.name ?? t('somebody');
  return (
    <Link
      href={`/${slug}/inbox?view=all&conversation=${id}`}
      className="flex items-center gap-3 px-4 py-3 -outline-offset-2 hover:bg-hover"
    >
      <Avatar
        id={contact?.id ?? id}
        name={name}
        network={channel.network}
        networkName={networks(channel.network)}
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          <Moment value={lastMessageAt} className="text-meta text-ink-3" />
        </span>
        <span className="block truncate text-small text-ink-2">
          {subject ? `${subject} · ` : ''}
          {preview}
        </span>
      </span>
    </Link>
  );
}
