'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { errorSentence } from '@/i18n/error-sentence';
import { Banner } from '@/ui/banner';

/** What the network's consent page sent the admin back with. */
export interface ConsentAnswer {
  /** A key under `errors` or `ingest.delivery`. */
  error: string | null;
  isConnected: boolean;
  /** The channel that speaks as this account already. */
  otherId: string | null;
}

export function AnswerBanner({ slug, answer }: { slug: string; answer: ConsentAnswer }) {
  const t = useTranslations('channels.connect');
  const reasonOf = useReasonSentence();
  const { error, isConnected, otherId } = answer;
  if (!error) return isConnected ? <Banner tone="good" live="status" title={t('granted')} /> : null;
  // The other channel's name does not come back in an address.
  const isTaken = error === 'account_connected' && otherId !== null;
  return (
    <Banner tone="bad" live="alert" title={isTaken ? t('taken') : reasonOf(error)}>
      {isTaken ? (
        <Link href={`/${slug}/settings/channels/${otherId}`} className="underline underline-offset-2">
          {t('toOther')}
        </Link>
      ) : (
        t('nothingChanged')
      )}
    </Banner>
  );
}

/** The sentence for a refusal of ours or of the network's. */
export function useReasonSentence(): (reason: string, params?: Record<string, string | number>) => string {
  const errors = useTranslations('errors');
  const delivery = useTranslations('ingest.delivery');
  return (reason, params) =>
    delivery.has(reason as never)
      ? (delivery(reason as never) as string)
      : errorSentence(errors, reason, params);
}
