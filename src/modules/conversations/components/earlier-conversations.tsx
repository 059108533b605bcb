'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Moment } from '@/ui/moment';
import { NetworkMark } from '@/ui/network-mark';
import { earlierOptions } from '../client/queries';
import { useAddressStore } from './address/use-address';
import { useInbox } from './state/inbox-context';

/** What else this person and we have talked about, newest first; each opens. */
export function EarlierConversations({ contactId, openId }: { contactId: string; openId: string }) {
  const t = useTranslations('contacts');
  const words = useTranslations('vocabulary');
  const networks = useTranslations('networks');
  const address = useAddressStore();
  const { slug } = useInbox().workspace;
  const { data } = useQuery(earlierOptions(slug, contactId));
  const others = data?.data.filter(({ id }) => id !== openId) ?? [];
  if (data && others.length === 0) {
    return <p className="text-small text-ink-3">{t('earlier.none')}</p>;
  }
  return (
    <ul className="-mx-2 flex flex-col">
      {others.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            onClick={() => address.go({ conversationId: one.id })}
            className="flex w-full items-start gap-2.5 rounded-r2 px-2 py-1.5 text-left hover:bg-hover"
          >
            <span className="mt-0.5">
              <NetworkMark network={one.channel.network} name={networks(one.channel.network)} />
            </span>
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block truncate text-small font-medium">
                {one.subject?.toWellFormed() || one.preview.toWellFormed()}
              </span>
              <span className="flex gap-1.5 text-meta text-ink-3">
                {words(`status.${one.status}`)} · <Moment value={one.lastMessageAt} />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
