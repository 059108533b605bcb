'use client';
import BadgeCheck from 'lucide-react/icons/badge-check';
import { useTranslations } from 'next-intl';
import { iconSmall } from '@/ui/icon';
import { NetworkMark } from '@/ui/network-mark';
import type { ContactDetail } from '../contract';

/** Under which handles we know them, each leading to its profile. */
export function PersonIdentities({ identities }: { identities: ContactDetail['identities'] }) {
  const t = useTranslations('contacts');
  const networks = useTranslations('networks');
  if (identities.length === 0) return <p className="text-small text-ink-3">{t('identities.none')}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {identities.map((one) => {
        const handle = one.handle ?? one.name;
        return (
          <li key={one.id} className="flex min-h-6 min-w-0 items-center gap-2.5">
            <NetworkMark network={one.network} />
            <span className="min-w-0 flex-1 truncate">
              {one.profileUrl && /^https?:/i.test(one.profileUrl) ? (
                <a
                  href={one.profileUrl}
                  target="_blank"
                  rel="noopener noreferrer nofollow"
                  className="rounded-r1 underline decoration-line-strong underline-offset-2 hover:decoration-ink"
                >
                  {handle}
                </a>
              ) : (
                handle
              )}
            </span>
            {one.isVerified ? (
              <span title={t('identities.verified')} className="text-good">
                <BadgeCheck {...iconSmall} size={15} />
                <span className="sr-only">{t('identities.verified')}</span>
              </span>
            ) : null}
            <span className="text-meta text-ink-3">{networks(one.network)}</span>
          </li>
        );
      })}
    </ul>
  );
}
