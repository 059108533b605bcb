import ChevronRight from 'lucide-react/icons/chevron-right';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ConnectorOffer } from '@/modules/channels/contract';
import { icon } from '@/ui/icon';
import { NetworkMark } from '@/ui/network-mark';
import { PageHeader } from '@/ui/page-header';

export async function ConnectorChoice({ slug, offers }: { slug: string; offers: readonly ConnectorOffer[] }) {
  const t = await getTranslations('channels');
  const word = (offer: ConnectorOffer, part: string) => {
    const key = `connectors.${offer.name}.${part}` as never;
    return t.has(key) ? (t(key) as string) : null;
  };
  return (
    <>
      <PageHeader title={t('new.title')} meta={t('new.meta')} />
      <nav aria-label={t('new.choose')}>
        <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
          {offers.map((offer) => (
            <li key={offer.name} className="border-b border-line last:border-b-0">
              <Link
                href={`/${slug}/settings/channels/new?connector=${offer.name}`}
                className="flex items-center gap-3.5 px-4 py-3.5 -outline-offset-2 hover:bg-hover"
              >
                <NetworkMark network={offer.network} size={28} />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{word(offer, 'name') ?? offer.name}</span>
                  <span className="block text-small text-ink-3">{word(offer, 'text')}</span>
                </span>
                <ChevronRight {...icon} className="shrink-0 text-ink-3" />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
