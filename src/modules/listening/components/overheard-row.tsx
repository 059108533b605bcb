import Ear from 'lucide-react/icons/ear';
import EarOff from 'lucide-react/icons/ear-off';
import Hand from 'lucide-react/icons/hand';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { SpreadChip } from '@/modules/conversations/components/list/row-chips';
import type { ConversationSummary } from '@/modules/conversations/contract';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { icon, iconSmall } from '@/ui/icon';
import { Moment } from '@/ui/moment';
import { NetworkMark } from '@/ui/network-mark';

export interface OverheardRowProps {
  slug: string;
  mention: ConversationSummary;
  /** The one the keys mean. */
  isCurrent: boolean;
  onAct: (type: 'take_up' | 'silence') => void;
}

/** Who said what, by which word it was found, and the two things one can do with it. */
export function OverheardRow({ slug, mention, isCurrent, onAct }: OverheardRowProps) {
  const t = useTranslations('listening');
  const networks = useTranslations('networks');
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { id, contact, channel, preview, lastMessageAt, matchedTerms, spreadingSince } = mention;
  const name = contact?.name ?? t('unknownAuthor');
  return (
    <li
      ref={row}
      aria-current={isCurrent}
      className="border-b border-line px-4 py-3 last:border-b-0 aria-current:shadow-[inset_3px_0_0_var(--accent)]"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <NetworkMark network={channel.network} name={networks(channel.network)} />
        <span className="min-w-0 truncate font-medium">{name}</span>
        <Moment value={lastMessageAt} className="text-meta text-ink-3" />
        {spreadingSince ? <SpreadChip /> : null}
        {matchedTerms.slice(0, 3).map((term) => (
          <Chip key={term} small icon={<Ear {...iconSmall} />}>
            <span className="sr-only">{t('overheard.found')} </span>
            {term}
          </Chip>
        ))}
      </div>
      <p dir="auto" className="mt-1 line-clamp-3 font-serif text-ink-2 italic">
        {preview}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          size="small"
          icon={<Hand {...icon} />}
          aria-label={t('overheard.takeUpOf', { name })}
          onClick={() => onAct('take_up')}
        >
          {t('overheard.takeUp')}
        </Button>
        <Button
          size="small"
          tone="quiet"
          icon={<EarOff {...icon} />}
          aria-label={t('overheard.silenceOf', { name })}
          onClick={() => onAct('silence')}
        >
          {t('overheard.silence')}
        </Button>
        <Link
          href={`/${slug}/inbox?view=listening&conversation=${id}`}
          aria-label={t('overheard.openOf', { name })}
          className="rounded-r1 px-1 text-small text-accent underline-offset-2 hover:underline"
        >
          {t('overheard.open')}
        </Link>
      </div>
    </li>
  );
}
