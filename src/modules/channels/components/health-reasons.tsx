'use client';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { useTranslations } from 'next-intl';
import { iconSmall } from '@/ui/icon';
import type { ChannelSummary } from '../contract';

type Reason = ChannelSummary['health']['reasons'][number];

export interface HealthReasonsProps {
  reasons: readonly Reason[];
  /** In little room only the first ones. */
  most?: number;
}

/** Why a channel is not healthy, one sentence for each reason, with the network's own where it gave one. */
export function HealthReasons({ reasons, most = reasons.length }: HealthReasonsProps) {
  const sentenceOf = useHealthSentence();
  return reasons.slice(0, most).map((reason) => (
    <span key={reason.reason} className="flex items-start gap-1.5 text-small text-ink-2">
      <CircleAlert {...iconSmall} className="mt-0.75 shrink-0 text-warn-ink" />
      <span className="min-w-0">{sentenceOf(reason)}</span>
    </span>
  ));
}

function useHealthSentence(): (reason: Reason) => string {
  const t = useTranslations('channels.healthReasons');
  const delivery = useTranslations('ingest.delivery');
  return ({ reason, count = 0, at, detail }) => {
    // Every reason reads the figures it needs; the types know only each key's own.
    const figures = { count, at: at ? new Date(at) : new Date() } as never;
    const sentence = t(reason, figures) as string;
    const own = detail && delivery.has(detail as never) ? (delivery(detail as never) as string) : null;
    return own && own !== sentence ? `${sentence} ${own}` : sentence;
  };
}
