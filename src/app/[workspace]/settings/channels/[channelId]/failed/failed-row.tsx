import { getTranslations } from 'next-intl/server';
import type { FailedDelivery } from '@/modules/conversations/contract/deliveries';
import { Moment } from '@/ui/moment';
import { RetryButton } from './retry-button';

export interface FailedRowProps {
  slug: string;
  channelId: string;
  delivery: FailedDelivery;
}

/** One reply that did not get out: what it said, to whom, and why. */
export async function FailedRow({ slug, channelId, delivery }: FailedRowProps) {
  const t = await getTranslations('channels.failed');
  const reasons = await getTranslations('ingest.delivery');
  const events = await getTranslations('channels.events');
  const { id, excerpt, contact, author, reason, detail, attempts, failedAt } = delivery;
  const why = reason && reasons.has(reason as never) ? reasons(reason as never) : null;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="line-clamp-2 font-serif text-body text-ink italic">{excerpt}</p>
        <p className="mt-1 text-small text-bad-ink">
          {why ?? (reason ? events('unknownReason', { reason }) : null)}
        </p>
        {detail ? (
          <p className="text-meta text-ink-3">
            {t('detail')}: <span className="wrap-anywhere">{detail}</span>
          </p>
        ) : null}
        <p className="num mt-1 flex flex-wrap gap-x-3 text-meta text-ink-3">
          <span>{t('to', { name: contact ?? t('unknownContact') })}</span>
          {author ? <span>{t('by', { name: author })}</span> : null}
          <span>{t('attempts', { count: attempts })}</span>
          {failedAt ? <Moment value={failedAt} style="full" /> : null}
        </p>
      </div>
      <RetryButton slug={slug} channelId={channelId} deliveryId={id} />
    </div>
  );
}
