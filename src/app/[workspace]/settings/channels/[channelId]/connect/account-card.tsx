'use client';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslations } from 'next-intl';
import type { ConnectProgress } from '@/modules/channels/contract/connecting';
import { icon } from '@/ui/icon';
import { Moment } from '@/ui/moment';
import { NetworkMark } from '@/ui/network-mark';

/** Whose account it is, as the network says, so that nobody connects the wrong one. */
export function AccountCard({ progress }: { progress: ConnectProgress }) {
  const t = useTranslations('channels.connect');
  const { account, expiresAt, missingScopes, network } = progress;
  if (!account) return null;
  return (
    <section
      aria-label={t('account')}
      className="flex items-center gap-3.5 rounded-r3 border border-line bg-good-soft px-4 py-3"
    >
      {account.avatarUrl ? (
        // biome-ignore lint/performance/noImgElement: a picture of the network's, at an address we do not know beforehand
        <img
          src={account.avatarUrl}
          alt=""
          referrerPolicy="no-referrer"
          className="size-10 shrink-0 rounded-full bg-sunken object-cover"
        />
      ) : (
        <NetworkMark network={network} size={40} />
      )}
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="truncate font-semibold">{account.name}</span>
          {account.handle && account.handle !== account.name ? (
            <span className="truncate text-small text-ink-2">{account.handle}</span>
          ) : null}
        </span>
        <span className="block text-meta text-ink-2">
          {t('accountText')}
          {expiresAt ? (
            <>
              {' · '}
              {t('accessUntil')} <Moment value={expiresAt} style="day" />
            </>
          ) : null}
        </span>
        {missingScopes.length > 0 ? (
          <span className="block text-meta text-warn-ink">
            {t('missingScopes', { count: missingScopes.length })}{' '}
            <code className="font-mono wrap-anywhere">{missingScopes.join(', ')}</code>
          </span>
        ) : null}
      </span>
      <CircleCheck {...icon} className="shrink-0 text-good-ink" />
    </section>
  );
}
